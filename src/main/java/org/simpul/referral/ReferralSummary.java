package org.simpul.referral;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referral in the list of its owner.
 *
 * @param submittedAt of the last submitted version; null before the first
 */
@Schema(name = "ReferralSummary")
public record ReferralSummary(
        UUID id,
        String reference,
        ReferralStatus status,
        Urgency urgency,
        @Nullable Instant submittedAt,
        @Nullable NoticeKind lastNotice,
        @Nullable FormCode formCode) {}
