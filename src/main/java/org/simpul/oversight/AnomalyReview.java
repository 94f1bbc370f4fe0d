package org.simpul.oversight;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What an auditor made of an anomaly; written once. */
@Entity
@Immutable
class AnomalyReview {
    @Id
    UUID id;

    /** The auditor's institution. */
    UUID owner;

    UUID anomalyId;

    @Enumerated(EnumType.STRING)
    AnomalyVerdict verdict;

    String note;
    UUID reviewedBy;
    Instant at;
}
