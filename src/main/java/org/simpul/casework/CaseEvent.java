package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Who did what in a case, and when; never changed. */
@Entity
@Immutable
class CaseEvent {
    @Id
    UUID id;

    UUID owner;
    UUID caseId;

    @Enumerated(EnumType.STRING)
    CaseEventKind kind;

    /** What it was done to: an intake, a person, a note. */
    @Nullable
    UUID subjectId;

    /** Null where the hub itself did it. */
    @Nullable
    UUID personId;

    /** Whom a dissemination was delivered to. */
    @Nullable
    UUID participantId;

    @Nullable
    String detail;

    Instant at;
}
