package org.simpul.identifier.screening;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.list.ListedIdentifiers.Found;
import org.simpul.sharing.Handling;

/**
 * One row on one list, as it stands now.
 *
 * @param rowNumber the header of a table is row 1; the lines of a file of JSON are counted from 1 on
 * @param edition number of the newest edition that reaches us, which it stands in
 * @param confidence what is left of it now, 0 to 100
 * @param validUntil when it leaves; null for an entry that stays
 * @param excluded whether it stands on our own exclusion list: look at it again
 */
@Schema(name = "ScreeningRunHit")
record ScreeningRunHit(
        long rowNumber,
        UUID listId,
        String listTitle,
        int edition,
        Handling handling,
        MayDo mayDo,
        int confidence,
        @Nullable Instant validUntil,
        @Nullable String typologyCode,
        boolean excluded) {

    static ScreeningRunHit of(long rowNumber, Found found) {
        return new ScreeningRunHit(
                rowNumber,
                found.listId(),
                found.listTitle(),
                found.edition(),
                found.handling(),
                MayDo.of(found.handling().pap()),
                found.confidence(),
                found.validUntil(),
                found.typologyCode(),
                found.excluded());
    }
}
