package org.simpul.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A record that is at rest, since when: a row of the one list that the purge goes by too. */
@Entity
@Immutable
@Table(name = "retention_subject")
class RestingRecord {
    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    @Column(name = "class")
    RecordClass recordClass;

    /** By which id the API shows it. */
    UUID shownAs;

    Instant since;
    boolean restricted;
}
