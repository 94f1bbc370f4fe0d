package org.simpul.identifier.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Handling;

/**
 * What a screening found.
 *
 * @param asked how many had a canonical form and were asked
 * @param refused those that had none, by their place
 */
@Schema(name = "Screening")
record ScreeningView(int asked, List<Hit> hits, List<Refused> refused) {

    /**
     * One value on one list.
     *
     * @param index place in the request, from 0 on; the value itself is not repeated
     * @param edition number of the newest edition that reaches us, which it stands in
     * @param confidence what is left of it now, 0 to 100
     * @param validUntil when it leaves; null for an entry that stays
     * @param excluded whether it stands on our own exclusion list: look at it again
     */
    @Schema(name = "ScreeningHit")
    record Hit(
            int index,
            UUID listId,
            String listTitle,
            int edition,
            Handling handling,
            MayDo mayDo,
            int confidence,
            @Nullable Instant validUntil,
            @Nullable String typologyCode,
            boolean excluded) {}

    /**
     * A value that has no canonical form, and so matches nothing.
     *
     * @param code stable, e.g. {@code identifier_checksum}
     * @param message what to do next, in the language of {@code Accept-Language}
     */
    @Schema(name = "ScreeningRefusal")
    record Refused(int index, String code, String message) {}
}
