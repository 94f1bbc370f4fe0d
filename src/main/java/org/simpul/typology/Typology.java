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

    /** @throws Problem STATE_CONFLICT when the table has no such edge from here */
    void take(TypologyTransition step) {
        require(step);
        status = step.to(status);
    }

    /** @throws Problem STATE_CONFLICT when the table has no such edge from here */
    void require(TypologyTransition step) {
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict(step.otherwise());
        }
    }
}
