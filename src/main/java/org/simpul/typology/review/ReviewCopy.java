package org.simpul.typology.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft as it was given to its reviewers; only its clock and its end are ever written. */
@Entity
class ReviewCopy {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    UUID typologyId;

    @Column(updatable = false)
    UUID versionId;

    @Column(updatable = false)
    String code;

    @Column(updatable = false)
    int number;

    /** JSON of the typology's content. */
    @Column(updatable = false)
    String content;

    @Column(updatable = false)
    String digest;

    /** Who can't review it. */
    @Column(updatable = false)
    UUID[] writtenBy;

    @Column(updatable = false)
    UUID openedBy;

    @Column(updatable = false)
    Instant dueAt;

    @Nullable
    Instant warnedAt;

    @Nullable
    Instant escalatedAt;

    @Nullable
    Instant closedAt;

    @Column(updatable = false)
    Instant sealedAt;
}
