package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.simpul.access.CurrentCaller;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.list.RowSource.Row;
import org.simpul.identifier.list.RowSource.Stopped;
import org.simpul.shared.Problem.Violation;

/** Brings the rows of a file into a draft or takes them out, batch by batch: never more than one batch is in memory. */
@ApplicationScoped
class ImportedRows {
    private final CurrentCaller current;
    private final EntryRules rules;
    private final EntryStore store;
    private final ImportProgress progress;
    private final ListConfig config;

    ImportedRows(
            CurrentCaller current, EntryRules rules, EntryStore store, ImportProgress progress, ListConfig config) {
        this.current = current;
        this.rules = rules;
        this.store = store;
        this.progress = progress;
        this.config = config;
    }

    /** In the running transaction, with the list held. */
    Tally store(IdentifierList list, ListImport run, RowSource file) {
        Tally tally = new Tally(config.keptFindings());
        Batches batches = new Batches(list, run, tally);
        try {
            for (Row row = file.next(); row != null && tally.failure == null; row = file.next()) {
                batches.take(row);
            }
        } catch (Stopped e) {
            tally.stop(e.rowNumber(), e.code());
        }
        batches.flush();
        if (tally.read == 0 && tally.failure == null) {
            tally.stop(1, "no_rows");
        }
        batches.end();
        return tally;
    }

    /** One file on its way. */
    private final class Batches {
        private final IdentifierList list;
        private final ListImport run;
        private final Tally tally;
        private final ChangeDigest digest;
        private List<EntryRow> rows = new ArrayList<>();
        private List<Long> numbers = new ArrayList<>();
        private long room;
        private Added added = new Added(0, 0, 0);
        private int drafted;
        private int published;
        private int since;

        Batches(IdentifierList list, ListImport run, Tally tally) {
            this.list = list;
            this.run = run;
            this.tally = tally;
            this.digest = new ChangeDigest(run.operation);
            this.room = config.mostEntries() - list.entries;
        }

        void take(Row row) {
            tally.read++;
            List<Violation> violations = new ArrayList<>(row.violations());
            EntryRow sound = row.input() == null ? null : sound(row.input(), violations);
            if (sound == null) {
                tally.refuse(row.number(), violations);
            } else {
                rows.add(sound);
                numbers.add(row.number());
            }
            if (++since >= config.batchRows()) {
                flush();
            }
        }

        private EntryRow sound(EntryInput input, List<Violation> violations) {
            if (input.identifier().type() == null) {
                violations.add(new Violation("type", "required"));
                return null;
            }
            if (run.operation == Operation.ADD) {
                return rules.sound(input, "", violations);
            }
            Identifier identifier = input.identifier().canonical("identifier", violations);
            return identifier == null ? null : EntryRow.of(identifier);
        }

        /** Once nothing can be stored any more, rows are read for what is wrong with them alone. */
        void flush() {
            boolean hopeless = run.onError == OnError.REJECT_ALL && (tally.refused > 0 || tally.failure != null);
            if (!rows.isEmpty() && !hopeless) {
                change();
            }
            rows = new ArrayList<>();
            numbers = new ArrayList<>();
            since = 0;
            progress.moved(run, tally);
        }

        private void refuseFalsePositives() {
            List<Integer> places = store.confirmedFalse(list, rows);
            // from the last on, so that the places before it stay
            for (int i = places.size() - 1; i >= 0; i--) {
                int place = places.get(i) - 1;
                rows.remove(place);
                tally.refuse(
                        numbers.remove(place), List.of(new Violation("identifier.value", "confirmed_false_positive")));
            }
        }

        private void change() {
            if (run.operation == Operation.REMOVE) {
                Removed removed = store.remove(list, rows);
                drafted += removed.drafted();
                published += removed.published();
                stored(rows, removed.all());
                return;
            }
            refuseFalsePositives();
            store.excluded(list, rows)
                    .forEach(place ->
                            tally.warn(numbers.get(place - 1), new Violation("identifier.value", "on_exclusion_list")));
            // near the bound, as many as there is room for: what stands on the list already takes none
            while (!rows.isEmpty()) {
                if (rows.size() > room) {
                    leaveRepeated();
                }
                if (!rows.isEmpty() && room <= 0) {
                    tally.stop(numbers.get(0), "list_full");
                    return;
                }
                int to = (int) Math.min(rows.size(), Math.max(room, 0));
                add(rows.subList(0, to));
                rows = rows.subList(to, rows.size());
                numbers = numbers.subList(to, numbers.size());
            }
        }

        private void leaveRepeated() {
            Set<Integer> places = Set.copyOf(store.standing(list, rows));
            List<EntryRow> repeated = new ArrayList<>();
            List<EntryRow> others = new ArrayList<>();
            List<Long> theirs = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (places.contains(i + 1)) {
                    repeated.add(rows.get(i));
                } else {
                    others.add(rows.get(i));
                    theirs.add(numbers.get(i));
                }
            }
            stored(repeated, 0);
            rows = others;
            numbers = theirs;
        }

        private void add(List<EntryRow> some) {
            if (some.isEmpty()) {
                return;
            }
            Added more = store.add(list, some);
            added = added.and(more);
            room -= more.more();
            stored(some, more.stored());
        }

        private void stored(List<EntryRow> some, int count) {
            tally.stored += count;
            tally.repeated += some.size() - count;
            digest.with(some);
        }

        void end() {
            if (tally.stored == 0) {
                return;
            }
            if (run.operation == Operation.ADD) {
                list.added(List.of(run.startedBy, current.get().person()), added, digest.text());
            } else {
                list.removed(
                        List.of(run.startedBy, current.get().person()), new Removed(drafted, published), digest.text());
            }
        }
    }
}
