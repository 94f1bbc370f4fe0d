package org.simpul.audit;

import io.quarkus.arc.Arc;
import java.util.Optional;
import org.simpul.testing.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The published log, whose own clock stands still in tests. */
public final class LogSteps {
    /** Batches that all entries of all tests need at the most. */
    private static final int MOST = 200;

    private LogSteps() {}

    /** Until what waits has its leaf. */
    public static void publish() {
        LogClock clock = Arc.container().instance(LogClock.class).get();
        clock.publish();
        for (int i = 0; i < MOST && waiting() > 0; i++) {
            clock.publish();
        }
        assertEquals(0, waiting());
    }

    private static long waiting() {
        return index("select count(*) from audit_pending").orElseThrow();
    }

    /** Where the first leaf is; empty for none. */
    public static Optional<Long> first(String condition, Object... values) {
        return index(
                "select min(l.index) from audit_leaf l left join audit_entry e on e.id = l.entry_id where " + condition,
                values);
    }

    private static Optional<Long> index(String query, Object... values) {
        return Optional.ofNullable(
                (Long) Database.queryAsSuperuser(query, values).get(0));
    }
}
