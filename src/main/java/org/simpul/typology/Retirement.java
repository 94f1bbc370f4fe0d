package org.simpul.typology;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a typology is no longer used; for its owner alone until a second person has sealed it. */
@Entity
@Table(name = "typology_retirement")
class Retirement {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    UUID typologyId;

    /** The version that was the newest when it was proposed. */
    @Column(updatable = false)
    UUID versionId;

    @Column(updatable = false)
    String reasonId;

    @Column(updatable = false)
    String reasonEn;

    @Column(updatable = false)
    String digest;

    @Column(updatable = false)
    UUID proposedBy;

    @Column(updatable = false)
    Instant proposedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    String returnReason;

    @Nullable
    Instant returnedAt;

    @Nullable
    Instant sealedAt;
}
