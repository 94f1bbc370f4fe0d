package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency's contribution to a dissemination: that it came, or what came of it. */
@Entity
class DisseminationResponse {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    ResponseKind kind;

    @Nullable
    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Nullable
    @Enumerated(EnumType.STRING)
    ChildCountBand childCountBand;

    @Nullable
    String note;

    /** Where the dissemination reached persons and not their agency: who answers; null for the agency. */
    @Nullable
    UUID personId;

    UUID writtenBy;
    Instant at;
}
