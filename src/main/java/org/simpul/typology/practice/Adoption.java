package org.simpul.typology.practice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an institution has put a version to use; read by it and by the typology's owner. */
@Entity
@Table(name = "typology_adoption")
class Adoption {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    /** The version. */
    @Column(updatable = false)
    UUID objectId;

    @Column(updatable = false)
    UUID objectOwner;

    @Column(updatable = false)
    UUID typologyId;

    @Column(updatable = false)
    int number;

    @Column(updatable = false)
    UUID adoptedBy;

    @Column(updatable = false)
    Instant adoptedAt;

    @Nullable
    UUID endedBy;

    @Nullable
    Instant endedAt;

    void end(UUID person, Instant now) {
        endedBy = person;
        endedAt = now;
    }
}
