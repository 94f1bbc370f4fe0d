package org.simpul.typology.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A reviewer's word on a copy: the reviewer's own row, read by its institution and by the typology's owner. */
@Entity
@Table(name = "typology_review")
class Review {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;
    UUID reviewer;

    @Enumerated(EnumType.STRING)
    Perspective perspective;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    String reason;

    /** Of the content that was read. */
    String digest;

    Instant at;
}
