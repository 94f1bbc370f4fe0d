package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** Somebody on the referral's team, who may edit it. */
@Entity
@IdClass(ReferralMember.Key.class)
class ReferralMember {
    @Id
    UUID owner;

    @Id
    UUID referralId;

    @Id
    UUID personId;

    UUID addedBy;
    Instant addedAt;

    record Key(UUID owner, UUID referralId, UUID personId) {}
}
