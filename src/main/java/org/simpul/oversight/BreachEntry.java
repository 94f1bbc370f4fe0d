package org.simpul.oversight;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One step of a breach; written once. */
@Entity
@Immutable
class BreachEntry {
    @Id
    UUID id;

    UUID owner;
    UUID breachId;

    @Enumerated(EnumType.STRING)
    BreachStep step;

    @Nullable
    String text;

    /** When authority or subjects were told. */
    @Nullable
    Instant toldAt;

    /** Null for the clock. */
    @Nullable
    UUID takenBy;

    Instant at;
}
