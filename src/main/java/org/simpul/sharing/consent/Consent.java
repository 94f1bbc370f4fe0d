package org.simpul.sharing.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.simpul.access.Purpose;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;

/** What somebody asks of an originator: the asker's own row, which never changes. */
@Entity
@Immutable
class Consent {
    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    ObjectKind objectKind;

    UUID objectId;
    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    ConsentScope scope;

    UUID[] recipients;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    String reason;
    Instant until;
    UUID askedBy;
    Instant askedAt;

    SharedVersion version() {
        return new SharedVersion(objectKind, objectId, objectOwner);
    }

    /** @param decisions all of this consent */
    ConsentStatus status(Collection<ConsentDecision> decisions, Instant now) {
        ConsentDecision last = decisions.stream()
                .max(Comparator.comparing(decision -> decision.outcome))
                .orElse(null);
        if (last == null) {
            return until.isAfter(now) ? ConsentStatus.REQUESTED : ConsentStatus.EXPIRED;
        }
        if (last.outcome == ConsentDecision.Outcome.GRANTED
                && scope == ConsentScope.ONWARD
                && last.recipients.length == 0) {
            // taken back from everybody whom it named
            return ConsentStatus.REVOKED;
        }
        boolean over = last.until != null && !last.until.isAfter(now);
        return over ? ConsentStatus.EXPIRED : last.outcome.status();
    }
}
