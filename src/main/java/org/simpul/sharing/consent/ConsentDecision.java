package org.simpul.sharing.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.shared.Ids;

/** What the originator says to it: its own row, read by whoever asked. */
@Entity
@Immutable
class ConsentDecision {
    /** In the order in which they can follow each other. */
    enum Outcome {
        DENIED,
        GRANTED,
        REVOKED;

        ConsentStatus status() {
            return ConsentStatus.valueOf(name());
        }
    }

    @Id
    UUID id;

    UUID owner;
    UUID recipient;
    UUID consentId;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    UUID[] recipients;

    @Nullable
    Instant until;

    @Nullable
    String conditions;

    @Nullable
    String reason;

    UUID decidedBy;
    Instant at;

    static ConsentDecision on(Consent consent, Outcome outcome, Caller caller, @Nullable String reason, Instant now) {
        ConsentDecision row = new ConsentDecision();
        row.id = Ids.next();
        row.owner = consent.objectOwner;
        row.recipient = consent.owner;
        row.consentId = consent.id;
        row.outcome = outcome;
        row.recipients = new UUID[0];
        row.reason = reason;
        row.decidedBy = caller.person();
        row.at = now;
        return row;
    }
}
