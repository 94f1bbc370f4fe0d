package org.simpul.identifier.screening;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Wording;

/**
 * How a file of values stands.
 *
 * @param rowsRead up to now
 * @param rowsRefused rows that were not asked, since something is wrong in them
 * @param rowsMatched rows that stood on at least one list when they were asked
 * @param failure code of why nothing was kept; null otherwise
 * @param message what to do next, in the language of {@code Accept-Language}; null without a failure
 * @param expiresAt when the run and all that it kept is deleted
 */
@Schema(name = "ScreeningRun")
public record ScreeningRunView(
        UUID id,
        ScreeningDefaults defaults,
        ScreeningRunStatus status,
        long rowsRead,
        long rowsRefused,
        long rowsMatched,
        @Nullable String failure,
        @Nullable String message,
        Instant openedAt,
        @Nullable Instant finishedAt,
        Instant expiresAt) {

    static ScreeningRunView of(ScreeningRun run, Wording wording) {
        return new ScreeningRunView(
                run.id,
                new ScreeningDefaults(run.type, run.scope),
                run.status,
                run.rowsRead,
                run.rowsRefused,
                run.rowsMatched,
                run.failure,
                run.failure == null ? null : wording.violation(run.failure),
                run.openedAt,
                run.finishedAt,
                run.expiresAt);
    }
}
