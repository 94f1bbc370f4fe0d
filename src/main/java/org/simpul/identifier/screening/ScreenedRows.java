package org.simpul.identifier.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.list.RowSource;
import org.simpul.identifier.list.RowSource.Row;
import org.simpul.identifier.list.RowSource.Stopped;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/** Asks the rows of a file, batch by batch: never more than one batch is in memory, and no transaction waits for the file. */
@ApplicationScoped
public class ScreenedRows {
    private final CurrentCaller current;
    private final ScreeningRuns runs;
    private final ScreeningProgress progress;
    private final AskedValues askedValues;
    private final ScreeningConfig config;

    ScreenedRows(
            CurrentCaller current,
            ScreeningRuns runs,
            ScreeningProgress progress,
            AskedValues askedValues,
            ScreeningConfig config) {
        this.current = current;
        this.runs = runs;
        this.progress = progress;
        this.askedValues = askedValues;
        this.config = config;
    }

    /**
     * Takes a run that has begun to its end, in as many transactions as the file has batches.
     *
     * @throws Problem QUOTA_USED until the next midnight, STATE_CONFLICT when the run has been ended meanwhile
     */
    public ScreeningRunView screen(UUID run, RowSource file) {
        ScreeningTally tally = new ScreeningTally(config.keptRefusals());
        try {
            ask(run, file, tally);
            if (tally.failure == null) {
                return runs.finish(run, tally);
            }
        } catch (RuntimeException e) {
            refuse(run, tally, code(e));
            throw e;
        }
        return refuse(run, tally, tally.failure);
    }

    private ScreeningRunView refuse(UUID run, ScreeningTally tally, String code) {
        ScreeningRunView refused = runs.refuse(run, tally, code);
        boolean more = true;
        while (more) {
            more = runs.clear(run);
        }
        return refused;
    }

    private static String code(RuntimeException thrown) {
        return thrown instanceof Problem problem && !problem.violations().isEmpty()
                ? problem.violations().get(0).code()
                : "screening_run_failed";
    }

    private void ask(UUID run, RowSource file, ScreeningTally tally) {
        Batch batch = new Batch(current.get(), run, tally);
        try {
            for (Row row = file.next(); row != null && tally.failure == null; row = file.next()) {
                batch.take(row);
            }
        } catch (Stopped e) {
            tally.stop(e.rowNumber(), e.code());
        }
        batch.flush();
        if (tally.read == 0 && tally.failure == null) {
            tally.stop(1, "no_rows");
        }
    }

    /** One file on its way. */
    private final class Batch {
        private final Caller caller;
        private final UUID run;
        private final ScreeningTally tally;
        private final AskedValues.Running running = askedValues.running();
        private List<Identifier> asked = new ArrayList<>();
        private List<Long> numbers = new ArrayList<>();
        private @Nullable String digest;
        private int since;

        Batch(Caller caller, UUID run, ScreeningTally tally) {
            this.caller = caller;
            this.run = run;
            this.tally = tally;
        }

        void take(Row row) {
            if (tally.read == config.mostRows()) {
                tally.stop(row.number(), "too_many_values");
                return;
            }
            tally.read++;
            List<Violation> violations = new ArrayList<>(row.violations());
            Identifier identifier = row.input() == null ? null : sound(row, violations);
            if (identifier == null) {
                tally.refuse(row.number(), violations.get(0).code());
            } else {
                asked.add(identifier);
                numbers.add(row.number());
            }
            if (++since >= config.batchRows()) {
                flush();
            }
        }

        private @Nullable Identifier sound(Row row, List<Violation> violations) {
            if (row.input().identifier().type() == null) {
                violations.add(new Violation("type", "identifier_type_missing"));
                return null;
            }
            return row.input().identifier().canonical("identifier", violations);
        }

        /** A file that can't be read on is not asked further. */
        void flush() {
            if (since > 0) {
                progress.count(caller, since);
            }
            if (tally.failure != null) {
                asked = List.of();
            }
            if (!asked.isEmpty()) {
                digest = running.with(asked);
            }
            progress.ask(caller, run, tally, asked, numbers, digest);
            asked = new ArrayList<>();
            numbers = new ArrayList<>();
            since = 0;
        }
    }
}
