package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The FIU's file of a dissemination: which case it is from and how far it is. Recipients never see it. */
@Entity
@DynamicUpdate
class Dissemination {
    @Id
    UUID id;

    UUID owner;
    UUID caseId;

    @Enumerated(EnumType.STRING)
    DisseminationStatus status;

    @Nullable
    String returnReason;

    UUID createdBy;
    Instant createdAt;
}
