package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That a case takes an intake in. */
@Entity
class CaseIntake {
    @Id
    UUID caseId;

    @Id
    UUID intakeId;

    UUID owner;
    UUID addedBy;
    Instant addedAt;
}
