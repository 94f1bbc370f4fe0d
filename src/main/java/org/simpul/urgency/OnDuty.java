package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;

/** Who of the caller's institution is on duty. */
@ApplicationScoped
public class OnDuty {
    private final CurrentCaller current;
    private final DutyRosterRepository rosters;
    private final InstantSource clock;

    OnDuty(CurrentCaller current, DutyRosterRepository rosters, InstantSource clock) {
        this.current = current;
        this.rosters = rosters;
        this.clock = clock;
    }

    /** @return in the order in which they are called */
    public List<UUID> now() {
        return rosters.onDuty(current.get().participantId(), clock.instant());
    }
}
