package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Somebody of the case's team. */
@Entity
class CaseMember {
    @Id
    UUID caseId;

    @Id
    UUID personId;

    UUID owner;
    UUID addedBy;
    Instant addedAt;
}
