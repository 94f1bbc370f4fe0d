package org.simpul.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version in the list of its referral.
 *
 * @param approver login of who submitted it, for its own institution; null for the FIU, and while it is open
 * @param digest SHA-256 that the approver named, in hexadecimal; null until it is handed over
 * @param sealedAt when it was submitted; null while it is open
 */
public record VersionSummary(
        int number, @Nullable String approver, @Nullable String digest, @Nullable Instant sealedAt) {}
