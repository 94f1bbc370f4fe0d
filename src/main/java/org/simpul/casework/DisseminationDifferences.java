package org.simpul.casework;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.referral.FieldChange;

/**
 * What one version says otherwise than another one, both as they are read now.
 *
 * @param changes in the order of the fields' paths; a subject by its reference
 * @param transactions as counts: a transaction that was changed is one removed and one added
 */
@Schema(name = "DisseminationDifferences")
public record DisseminationDifferences(UUID from, UUID to, List<FieldChange> changes, Transactions transactions) {

    /** Compared by all that a transaction says. */
    @Schema(name = "DisseminationTransactionDifferences")
    public record Transactions(int added, int removed) {}
}
