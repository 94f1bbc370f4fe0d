package org.simpul.tlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Holds what the database did against what the hub wrote down: no write without its entry, no entry without the hub. */
final class Comparison {
    /** Tables whose rows are the log's own: they come by INSERT, and from PENDING alone they go again. */
    private static final String LOG = "public.audit_";

    private static final String PENDING = "public.audit_pending";

    /**
     * Tables that hold no content: what is to be done and what was done already comes and goes with the hub's clocks. The
     * sessions of the console stand in a schema of their own.
     */
    private static final Set<String> APART =
            Set.of("public.outbox_event", "public.outbox_notification", "public.idempotency_key");

    private static final String SESSIONS = "session.";

    private final Set<String> apart = new TreeSet<>(APART);

    /** @param more tables that need no entry, with their schema */
    Comparison(Set<String> more) {
        apart.addAll(more);
    }

    /**
     * What was found.
     *
     * @param findings a sentence each
     * @param receipts the leaves of the entries that both know: they have to be in the log
     */
    record Compared(List<String> findings, Receipts receipts) {}

    /** @param due an entry from then on may still be on its way */
    Compared compare(Written written, DatabaseLog database, Instant due) {
        List<String> findings = new ArrayList<>(database.gaps());
        Map<Hash, Instant> leaves = new HashMap<>();
        for (DatabaseLog.Transaction transaction : database.transactions()) {
            Set<String> writes = new TreeSet<>(transaction.writes());
            writes.removeIf(this::needsNoEntry);
            boolean changed = writes.stream().anyMatch(write -> write.contains(" " + LOG));
            if (changed || !writes.isEmpty() && transaction.entries().isEmpty()) {
                findings.add(transaction.at() + " " + transaction.name() + " " + transaction.user() + ": "
                        + String.join(", ", writes) + (changed ? " in the log itself" : " without an entry"));
            }
            for (UUID id : transaction.entries()) {
                Written.Entry entry = written.entries().get(id);
                if (entry != null) {
                    leaves.put(entry.leaf(), entry.at());
                } else if (transaction.at().isBefore(due)) {
                    findings.add(transaction.at() + " " + transaction.name() + " " + transaction.user()
                            + ": an entry that the hub did not write, " + id);
                }
            }
        }
        return new Compared(findings, new Receipts(leaves));
    }

    private boolean needsNoEntry(String write) {
        String[] words = write.split(" ");
        String table = words[words.length - 1];
        return apart.contains(table)
                || table.startsWith(SESSIONS)
                || write.equals("DELETE " + PENDING)
                || write.startsWith("INSERT " + LOG);
    }
}
