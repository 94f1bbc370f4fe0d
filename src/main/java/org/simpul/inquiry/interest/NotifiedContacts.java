package org.simpul.inquiry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Contacts, for a notification: the recipient's. */
@ApplicationScoped
class NotifiedContacts implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Meetings meetings;

    NotifiedContacts(CurrentCaller current, AccessPolicy policy, Meetings meetings) {
        this.current = current;
        this.policy = policy;
        this.meetings = meetings;
    }

    @Override
    public String kind() {
        return MeetingService.CONTACT;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(meetings.contacts(policy.visibility(current.get()), ids));
    }
}
