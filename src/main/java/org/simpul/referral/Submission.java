package org.simpul.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The head of a submitted version.
 *
 * @param number 1 for the first submission of the referral
 * @param urgencyGround set for P1
 */
public record Submission(
        UUID versionId,
        UUID referralId,
        UUID owner,
        String reference,
        int number,
        Urgency urgency,
        @Nullable String urgencyGround,
        String predicateOffence,
        Instant submittedAt) {}
