package org.simpul.identifier.list;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.InformationGrade;
import org.simpul.sharing.SourceGrade;

/**
 * An identifier on a list. It never tells when it was added, by whom, or why.
 *
 * @param confidence what is left of it now, 0 to 100
 * @param validUntil when it leaves; null for an entry that stays
 * @param workings null for everybody but the owner
 */
@Schema(name = "ListEntry")
public record EntryView(
        UUID id,
        Identifier identifier,
        int confidence,
        @Nullable Instant validUntil,
        @Nullable String typologyCode,
        @Nullable Workings workings) {

    /** Where an entry stands between the last edition and the next. */
    @Schema(name = "ListEntryState")
    public enum State {
        /** The next edition brings it. */
        ADDED,
        /** It was published. */
        PUBLISHED,
        /** The next edition no longer has it. */
        REMOVED
    }

    /**
     * What only the owner knows of it.
     *
     * @param confidence as it was given
     * @param decay name of the curve by which it falls
     */
    @Schema(name = "ListEntryWorkings")
    public record Workings(
            State state,
            int confidence,
            @Nullable SourceGrade source,
            @Nullable InformationGrade information,
            @Nullable Instant validFrom,
            @Nullable String decay) {

        static Workings of(ListEntry entry, int draft) {
            State state =
                    entry.removedIn != null ? State.REMOVED : entry.addedIn == draft ? State.ADDED : State.PUBLISHED;
            return new Workings(
                    state, entry.confidence, entry.sourceGrade, entry.informationGrade, entry.validFrom, entry.decay);
        }
    }
}
