package org.simpul.casework.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** That somebody let a supervisor into a restricted case, why and until when. The database makes the key of it. */
@Entity
@DynamicUpdate
class CaseGrant {
    @Id
    UUID id;

    UUID owner;
    UUID caseId;
    UUID personId;
    String reason;
    UUID grantedBy;
    Instant grantedAt;
    Instant endsAt;

    /** Who ended it before its time. */
    @Nullable
    UUID endedBy;
}
