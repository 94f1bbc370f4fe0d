package org.simpul.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referral as its owner reads it; nothing in it moves with what the FIU does.
 *
 * @param submittedNumber number of the last submitted version; null before the first
 * @param returnReason why the draft was given back; null when it was not
 * @param team logins of those who may edit it
 * @param version the newest version, open or submitted
 */
@Schema(name = "Referral")
record ReferralView(
        UUID id,
        String reference,
        ReferralStatus status,
        @Nullable Integer submittedNumber,
        @Nullable String returnReason,
        List<String> team,
        Instant createdAt,
        VersionView version) {}
