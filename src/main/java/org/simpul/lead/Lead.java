package org.simpul.lead;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** A partner's own row, sealed and disclosed to the FIU as it comes in. */
@Entity
@SQLRestriction("retention_is_open('LEAD', owner, case when sealed_at is not null then received_at end)")
@DynamicUpdate
class Lead {
    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    LeadSource source;

    LocalDate observedOn;
    boolean childAtRisk;
    UUID submittedBy;
    Instant receivedAt;

    @Nullable
    Instant sealedAt;
}
