package org.simpul.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;

/** A search of an institution's own, without what was searched for. */
@Entity
@SQLRestriction("retention_is_open('SEARCH', owner, at)")
@Immutable
class SubjectSearch {
    @Id
    UUID id;

    UUID owner;
    UUID personId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    /** Of an agency; the FIU has none. */
    @Nullable
    String matter;

    @Nullable
    String predicateOffence;

    String digest;
    Instant at;
}
