package org.simpul.typology.practice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the typology's owner answers to a proposal, once. */
@Entity
@Table(name = "red_flag_decision")
class Decision {
    @Id
    UUID id;

    UUID owner;

    /** The proposal. */
    UUID objectId;

    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    ProposalStatus status;

    @Nullable
    String reason;

    @Nullable
    String redFlagCode;

    UUID decidedBy;
    Instant decidedAt;
}
