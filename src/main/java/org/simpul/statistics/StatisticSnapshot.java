package org.simpul.statistics;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One statistic of one quarter as it is shown to everybody; written once by a job, and never changed. */
@Entity
@Immutable
class StatisticSnapshot {
    @Id
    UUID id;

    UUID owner;

    /** Id of the {@link Statistic}. */
    String statistic;

    /** E.g. {@code 2026-Q1}. */
    String quarter;

    /** A list of {@link CategoryCount}. */
    @JdbcTypeCode(SqlTypes.JSON)
    String counts;

    Instant takenAt;
}
