package org.simpul.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Wording;

/**
 * How an import stands.
 *
 * @param format null until it is told at the opening, or by the file
 * @param rowsRead data rows read up to now
 * @param rowsFailed data rows refused up to now; all of them are counted, the first 1,000 errors are kept
 * @param failure code of why nothing was published; null unless FAILED
 * @param message what to do next, in the language of {@code Accept-Language}; null unless FAILED
 * @param errors the first errors in order of the file; all that were kept are under {@code …/errors}
 * @param summary what the import did beside taking rows; null until the file was read to its end
 */
@Schema(name = "TransactionImport")
public record ImportView(
        UUID id,
        UUID referralId,
        ImportStatus status,
        @Nullable ImportFormat format,
        long rowsRead,
        long rowsFailed,
        @Nullable String failure,
        @Nullable String message,
        List<ImportErrorView> errors,
        @Nullable ImportSummary summary,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static ImportView from(ImportRun run, List<ImportError> errors, @Nullable ImportSummary summary, Wording wording) {
        return new ImportView(
                run.id,
                run.referralId,
                run.status,
                run.format,
                run.rowsRead,
                run.rowsFailed,
                run.failure,
                run.failure == null ? null : wording.violation(run.failure),
                errors.stream()
                        .map(error -> ImportErrorView.from(error, wording))
                        .toList(),
                summary,
                run.startedAt,
                run.finishedAt);
    }
}
