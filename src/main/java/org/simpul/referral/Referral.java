package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/** The institution's own file. Only its versions are ever disclosed. */
@Entity
@DynamicUpdate
class Referral {
    @Id
    UUID id;

    UUID owner;
    String reference;

    @Enumerated(EnumType.STRING)
    ReferralStatus status;

    /** Number of the last submitted version. */
    @Nullable
    Integer submittedNumber;

    long revision;

    @Nullable
    String returnReason;

    UUID createdBy;
    Instant createdAt;

    void handOver() {
        require(ReferralStatus.DRAFT, "not_a_draft");
        status = ReferralStatus.PENDING_APPROVAL;
        returnReason = null;
        revision++;
    }

    void giveBack(String reason) {
        require(ReferralStatus.PENDING_APPROVAL, "not_pending");
        status = ReferralStatus.DRAFT;
        returnReason = reason;
        revision++;
    }

    void submit(int number) {
        require(ReferralStatus.PENDING_APPROVAL, "not_pending");
        status = ReferralStatus.SUBMITTED;
        submittedNumber = number;
        revision++;
    }

    void reopen() {
        require(ReferralStatus.SUBMITTED, "not_submitted");
        status = ReferralStatus.DRAFT;
        revision++;
    }

    void require(ReferralStatus expected, String code) {
        if (status != expected) {
            throw Problem.stateConflict(code);
        }
    }
}
