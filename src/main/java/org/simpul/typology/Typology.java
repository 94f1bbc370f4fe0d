package org.simpul.typology;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.simpul.shared.Problem;

/** The owner's file of a typology: how far its newest version is. Never shown; readers see versions. */
@Entity
class Typology {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    String code;

    @Enumerated(EnumType.STRING)
    TypologyStatus status;

    @Column(updatable = false)
    Instant createdAt;

    void require(TypologyStatus wanted, String otherwise) {
        if (status != wanted) {
            throw Problem.stateConflict(otherwise);
        }
    }
}
