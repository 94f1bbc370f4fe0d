package org.simpul.identifier.list;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Handling;

/**
 * A list among others.
 *
 * @param edition number of the newest that reaches the reader; null before the first
 * @param status of its draft; null for everybody but the owner
 */
@Schema(name = "IdentifierListSummary")
public record ListSummary(
        UUID id,
        String title,
        Handling handling,
        @Nullable Integer edition,
        @Nullable Instant publishedAt,
        @Nullable ListStatus status) {

    static ListSummary of(IdentifierList list) {
        return new ListSummary(
                list.id,
                list.title,
                list.handling(),
                list.edition == 0 ? null : list.edition,
                list.publishedAt,
                list.status);
    }

    static ListSummary of(IdentifierListEdition edition) {
        return new ListSummary(
                edition.listId, edition.title, edition.handling(), edition.number, edition.sealedAt, null);
    }
}
