package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The institution's answer for one item: its own contribution to the FIU's request. */
@Entity
class PreservationAnswer {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;
    String itemReference;

    @Enumerated(EnumType.STRING)
    PreservationAnswerKind answer;

    @Nullable
    LocalDate keptUntil;

    Instant at;
}
