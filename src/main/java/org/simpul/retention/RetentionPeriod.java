package org.simpul.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How long a schedule keeps one class. */
@Entity
@Immutable
@IdClass(RetentionPeriod.Key.class)
class RetentionPeriod {
    @Id
    UUID owner;

    @Id
    UUID scheduleId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "class")
    RecordClass recordClass;

    int months;
    String lawReference;

    record Key(UUID owner, UUID scheduleId, RecordClass recordClass) implements Serializable {}
}
