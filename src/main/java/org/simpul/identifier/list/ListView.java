package org.simpul.identifier.list;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Handling;

/**
 * A list, by the newest edition that reaches the reader.
 *
 * @param edition its number; null before the first
 * @param publishedAt when it went out; null before the first
 * @param workings null for everybody but the owner
 */
@Schema(name = "IdentifierList")
public record ListView(
        UUID id,
        String title,
        Handling handling,
        @Nullable Integer edition,
        @Nullable Instant publishedAt,
        @Nullable Workings workings) {

    /**
     * What only the owner knows of a list.
     *
     * @param entries what is not removed, published or not
     * @param draftAdded how many the draft adds
     * @param draftRemoved how many it removes
     * @param recalledEdition up to which edition everything was taken back; when it is the newest, the next one tells all
     *     entries anew; null when nothing was
     * @param digest of the draft with what was recalled, the audience and the handling; the decision names it
     * @param writtenBy who can't approve the draft
     * @param returnReason why it was given back the last time
     * @param dueAt when the next edition may go out
     * @param recipients names of institutions that an edition would reach now
     */
    @Schema(name = "IdentifierListWorkings")
    public record Workings(
            ListStatus status,
            int cadenceDays,
            long entries,
            long draftAdded,
            long draftRemoved,
            @Nullable Integer recalledEdition,
            String digest,
            List<UUID> writtenBy,
            @Nullable UUID handedOverBy,
            @Nullable UUID approvedBy,
            @Nullable String returnReason,
            @Nullable Instant dueAt,
            List<String> recipients) {}

    static ListView of(IdentifierListEdition edition) {
        return new ListView(edition.listId, edition.title, edition.handling(), edition.number, edition.sealedAt, null);
    }
}
