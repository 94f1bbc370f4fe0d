package org.simpul.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;

/** What the overseer or the operator says to a schedule or a purge of the FIU: a row of its own. */
@Entity
@Immutable
class RetentionDecision {
    @Id
    UUID id;

    UUID owner;
    String objectKind;
    UUID objectId;
    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String digest;

    @Nullable
    String reason;

    UUID personId;
    Instant at;

    enum Kind {
        APPROVE,
        DECLINE,
        INSTALL
    }

    static RetentionDecision of(
            Kind kind, AuditedObject object, String digest, @Nullable String reason, Caller caller, Instant now) {
        RetentionDecision decision = new RetentionDecision();
        decision.id = Ids.next();
        decision.owner = caller.participantId();
        decision.objectKind = object.kind();
        decision.objectId = object.id();
        decision.objectOwner = object.owner();
        decision.kind = kind;
        decision.digest = digest;
        decision.reason = kind == Kind.DECLINE ? reason : null;
        decision.personId = caller.person();
        decision.at = now;
        return decision;
    }
}
