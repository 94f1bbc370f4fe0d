package org.simpul.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;

/**
 * The terms of a disclosure.
 *
 * @param legalBasis a code of the closed list, e.g. {@code UU-8-2010-44}
 * @param caveats what the recipient must also know; may be null
 * @param disclosedBy who prepared it
 * @param approvedBy the second person; null where the rule asks for none
 * @param disclosedAt the instant of the act, which every recipient reads: no row tells how many were written before it
 * @param expiresAt null for no end
 */
public record Terms(
        Purpose purpose,
        String legalBasis,
        Handling handling,
        @Nullable String caveats,
        UUID disclosedBy,
        @Nullable UUID approvedBy,
        Instant disclosedAt,
        @Nullable Instant expiresAt) {}
