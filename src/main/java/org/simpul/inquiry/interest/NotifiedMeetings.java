package org.simpul.inquiry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Meetings, for a notification: the FIU's. */
@ApplicationScoped
class NotifiedMeetings implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Meetings meetings;

    NotifiedMeetings(CurrentCaller current, AccessPolicy policy, Meetings meetings) {
        this.current = current;
        this.policy = policy;
        this.meetings = meetings;
    }

    @Override
    public String kind() {
        return MeetingService.MEETING;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(meetings.seen(policy.visibility(current.get()), ids));
    }
}
