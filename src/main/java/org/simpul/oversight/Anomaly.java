package org.simpul.oversight;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a rule found something odd in the acts of one person on one occasion; raised once, by a job, and never changed. */
@Entity
@Immutable
class Anomaly {
    @Id
    UUID id;

    /** The institution of the person. */
    UUID owner;

    UUID personId;

    @Enumerated(EnumType.STRING)
    AnomalyRule rule;

    /** The day or the hour, in the hub's time zone. */
    String occasion;

    long acts;
    Instant firstAt;
    Instant lastAt;
    Instant raisedAt;
}
