package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** The FIU's grade of a referral's usefulness; never disclosed. */
@Entity
@IdClass(IntakeUsefulness.Key.class)
class IntakeUsefulness {
    @Id
    UUID owner;

    @Id
    UUID intakeId;

    @Enumerated(EnumType.STRING)
    Usefulness usefulness;

    UUID gradedBy;
    Instant gradedAt;

    record Key(UUID owner, UUID intakeId) {}
}
