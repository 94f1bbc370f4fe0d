package org.simpul.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of another's that reaches the caller, and the live row of the ledger that it came by.
 *
 * @param giver whoever gave it: its owner, or somebody who handed it on
 * @param named whether it reaches the caller by name, and not its institution
 * @param until when that row ends; null for no end
 */
public record Received(
        UUID disclosureId,
        SharedVersion version,
        UUID giver,
        boolean named,
        String legalBasis,
        Handling handling,
        @Nullable String caveats,
        @Nullable Instant until) {

    /** Straight from whoever it belongs to. */
    public boolean isFromItsOwner() {
        return giver.equals(version.owner());
    }
}
