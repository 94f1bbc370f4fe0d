package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A red flag that a version cites. */
@Entity
class ReferralRedFlag {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    UUID typologyVersionId;
    String redFlagCode;

    @Nullable
    String note;
}
