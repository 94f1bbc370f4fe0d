package org.simpul.identifier.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.list.ListedIdentifiers;
import org.simpul.identifier.list.ListedIdentifiers.Pointer;
import org.simpul.identifier.list.RowSource;
import org.simpul.identifier.list.RowSource.Row;
import org.simpul.identifier.list.RowSource.Stopped;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/** Asks the rows of a file, batch by batch: never more than one batch is in memory. */
@ApplicationScoped
class ScreenedRows {
    private final CurrentCaller current;
    private final ListedIdentifiers listed;
    private final ScreeningHits hits;
    private final ScreeningProgress progress;
    private final AskedValues askedValues;
    private final ScreeningConfig config;

    ScreenedRows(
            CurrentCaller current,
            ListedIdentifiers listed,
            ScreeningHits hits,
            ScreeningProgress progress,
            AskedValues askedValues,
            ScreeningConfig config) {
        this.current = current;
        this.listed = listed;
        this.hits = hits;
        this.progress = progress;
        this.askedValues = askedValues;
        this.config = config;
    }

    /**
     * In the running transaction.
     *
     * @throws Problem QUOTA_USED until the next midnight
     */
    void ask(UUID run, RowSource file, ScreeningTally tally) {
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
        private List<Identifier> asked = new ArrayList<>();
        private List<Long> numbers = new ArrayList<>();
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

        private Identifier sound(Row row, List<Violation> violations) {
            if (row.input().identifier().type() == null) {
                violations.add(new Violation("type", "identifier_type_missing"));
                return null;
            }
            return row.input().identifier().canonical("identifier", violations);
        }

        /** A file that can't be read on is not asked further. */
        void flush() {
            boolean asks = tally.failure == null && !asked.isEmpty();
            progress.moved(caller, run, tally, asks ? asked.size() : 0);
            if (asks) {
                ask();
            }
            asked = new ArrayList<>();
            numbers = new ArrayList<>();
            since = 0;
        }

        private void ask() {
            List<Pointer> pointers = listed.point(asked);
            if (!pointers.isEmpty()) {
                hits.keep(caller.participantId(), run, pointers, numbers);
            }
            tally.asked += asked.size();
            tally.digest = askedValues.digest(tally.digest, asked);
            tally.hits += pointers.size();
            tally.matched += pointers.stream().map(Pointer::place).distinct().count();
        }
    }
}
