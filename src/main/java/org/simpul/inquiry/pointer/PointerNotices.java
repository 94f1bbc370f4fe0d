package org.simpul.inquiry.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxHandler;
import org.simpul.sharing.AccessPolicy;

/** Tells the FIU of each search that found something, once the agency has its answer. */
@ApplicationScoped
class PointerNotices implements OutboxHandler {
    /** Kind of the event that each search leaves, whatever it found. */
    static final String ASKED = "pointer.asked";

    private static final String NAME = "pointer-notices";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PointerSearches searches;
    private final Notifications notifications;
    private final AuditLog audit;

    PointerNotices(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            PointerSearches searches,
            Notifications notifications,
            AuditLog audit) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.searches = searches;
        this.notifications = notifications;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return ASKED;
    }

    @Override
    public void handle(UUID searchId) {
        actor.act(NAME, directory.fiu(), () -> {
            searches.held(policy.visibility(current.get()), searchId).ifPresent(this::tell);
            return searchId;
        });
    }

    private void tell(PointerSearch search) {
        notifications.put(new Notification(
                search.recipient, null, Permission.POINTER_SWITCH, PointerSearches.KIND, search.id, false));
        audit.record(PointerAct.POINTER_TOLD, new AuditedObject(PointerSearches.KIND, search.id, search.owner));
    }
}
