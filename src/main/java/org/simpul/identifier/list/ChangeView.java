package org.simpul.identifier.list;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * One change between two editions; whoever applies all of them to the older has the newer, in whatever order.
 *
 * @param change ADDED also tells anew what was there before
 * @param confidence what is left of it now, 0 to 100; null for what is removed
 */
@Schema(name = "IdentifierListChange")
record ChangeView(
        Kind change,
        Identifier identifier,
        @Nullable Integer confidence,
        @Nullable Instant validUntil,
        @Nullable String typologyCode) {

    /** Why something is removed is never told. */
    @Schema(name = "IdentifierListChangeKind")
    enum Kind {
        ADDED,
        REMOVED
    }

    static ChangeView added(EntryView entry) {
        return new ChangeView(
                Kind.ADDED, entry.identifier(), entry.confidence(), entry.validUntil(), entry.typologyCode());
    }

    static ChangeView removed(ListEntry entry) {
        return new ChangeView(Kind.REMOVED, entry.identifier(), null, null, null);
    }
}
