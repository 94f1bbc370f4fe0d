package org.simpul.identifier.correction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What the list's owner answers to a proposed correction, once. */
@Entity
@Immutable
@Table(name = "identifier_correction_decision")
class CorrectionDecision {
    @Id
    UUID id;

    UUID owner;

    /** The proposal. */
    UUID objectId;

    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    CorrectionStatus status;

    String reason;
    UUID decidedBy;
    Instant decidedAt;
}
