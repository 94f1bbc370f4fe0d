package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records held by the institution that a version lists. */
@Entity
class ReferralHeldItem {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    int position;
    String reference;

    @Enumerated(EnumType.STRING)
    HeldItemKind kind;

    String description;

    @Nullable
    LocalDate periodFrom;

    @Nullable
    LocalDate periodTo;

    @Nullable
    LocalDate overwrittenOn;
}
