package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;

/** Whoever does not see a schedule is not told again what it did there. */
@ApplicationScoped
class RetentionReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final ScheduleRepository schedules;

    RetentionReplays(CurrentCaller current, ScheduleRepository schedules) {
        this.current = current;
        this.schedules = schedules;
    }

    @Override
    public String collection() {
        return "retention-schedules";
    }

    @Override
    public boolean isSeen(UUID id) {
        return schedules.find(current.get(), id).isPresent();
    }
}
