package org.simpul.identifier.list;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Wording;

/**
 * How a file stands.
 *
 * @param rowsRead up to now
 * @param rowsRefused rows with something wrong in them
 * @param rowsStored entries that it added to the draft or removed; none unless STORED
 * @param rowsRepeated rows whose identifier stood on the list already, came twice, or did not stand on it
 * @param rowsWarned rows whose identifier stands on the exclusion list
 * @param failure code of why nothing was stored, or why it was not read to its end; null otherwise
 * @param message what to do next, in the language of {@code Accept-Language}; null without a failure
 */
@Schema(name = "IdentifierListImport")
public record ListImportView(
        UUID id,
        UUID listId,
        Operation operation,
        OnError onError,
        ListImportStatus status,
        long rowsRead,
        long rowsRefused,
        long rowsStored,
        long rowsRepeated,
        long rowsWarned,
        @Nullable String failure,
        @Nullable String message,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static ListImportView of(ListImport run, Wording wording) {
        return new ListImportView(
                run.id,
                run.listId,
                run.operation,
                run.onError,
                run.status,
                run.rowsRead,
                run.rowsRefused,
                run.rowsStored,
                run.rowsRepeated,
                run.rowsWarned,
                run.failure,
                run.failure == null ? null : wording.violation(run.failure),
                run.startedAt,
                run.finishedAt);
    }
}
