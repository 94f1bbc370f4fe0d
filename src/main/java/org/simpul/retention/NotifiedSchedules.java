package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;

/** Which schedules the caller sees, for a notification. */
@ApplicationScoped
class NotifiedSchedules implements NotifiedObjects {
    private final CurrentCaller current;
    private final ScheduleRepository schedules;

    NotifiedSchedules(CurrentCaller current, ScheduleRepository schedules) {
        this.current = current;
        this.schedules = schedules;
    }

    @Override
    public String kind() {
        return ScheduleService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(schedules.seen(current.get(), Set.copyOf(ids)));
    }
}
