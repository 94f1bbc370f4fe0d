package org.simpul.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the list of referrals needs of a version. */
record VersionHead(UUID referralId, Urgency urgency, @Nullable Instant sealedAt) {

    /** @param earlier the version before; tells when the referral was last submitted while this one is open */
    VersionHead after(VersionHead earlier) {
        return sealedAt == null ? new VersionHead(referralId, urgency, earlier.sealedAt) : this;
    }
}
