package org.simpul.inquiry.interest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** That interests of two agencies are in the same: the FIU's own. */
@Entity
@DynamicUpdate
class InterestMeeting {
    @Id
    UUID id;

    UUID owner;
    UUID firstInterest;
    UUID firstAgency;
    String firstReference;
    UUID secondInterest;
    UUID secondAgency;
    String secondReference;
    Instant at;

    /** When both were told; null while one of them is silent. */
    @Nullable
    Instant toldAt;
}
