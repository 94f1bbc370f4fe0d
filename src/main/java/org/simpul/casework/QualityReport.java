package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one institution is told of a quarter: the FIU's contribution to it, written once. Shares are in percent. */
@Entity
class QualityReport {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;
    String quarter;

    /** Band of the number of referrals. */
    String referrals;

    int complete;
    int missingField;
    int late;
    int narrativeUnclear;

    @Nullable
    Integer usefulHigh;

    @Nullable
    Integer usefulMedium;

    @Nullable
    Integer usefulLow;

    @Nullable
    Integer usefulNone;

    Instant at;
}
