package org.simpul.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One version of how long records are kept. It never changes: what others say to it are rows of theirs. */
@Entity
@Immutable
class RetentionSchedule {
    @Id
    UUID id;

    UUID owner;
    int number;
    LocalDate inForceFrom;
    UUID proposedBy;
    Instant proposedAt;
    String digest;
}
