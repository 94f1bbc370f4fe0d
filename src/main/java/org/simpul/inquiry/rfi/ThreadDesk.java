package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** A thread that a use case works on, for one of its two sides. */
@ApplicationScoped
class ThreadDesk {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final ThreadRepository threads;
    private final EntityManager database;
    private final Notifications notifications;
    private final InstantSource clock;

    ThreadDesk(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            ThreadRepository threads,
            EntityManager database,
            Notifications notifications,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.threads = threads;
        this.database = database;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** A thread that is open for the caller. */
    record Open(Caller caller, Visibility scope, RfiVersion thread) {
        boolean isAsker() {
            return thread.owner.equals(caller.participantId());
        }

        AuditedObject audited() {
            return new AuditedObject(ThreadService.KIND, thread.id, thread.owner);
        }
    }

    /** @throws Problem NOT_FOUND, PURPOSE_REQUIRED, MATTER_NOT_LIVE */
    Open open(UUID id) {
        purpose.requirePersonLevel(current.get());
        return found(id);
    }

    /** The same for a change: until the commit nobody else says anything on it, and the matter is not closed. */
    Open openToWrite(UUID id) {
        purpose.requirePersonLevelToWrite(current.get());
        Open open = found(id);
        threads.holdStill(List.of(id));
        return open;
    }

    private Open found(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        return new Open(caller, scope, threads.find(scope, id).orElseThrow(Problem::notFound));
    }

    /**
     * The same for a change of one's answer.
     *
     * @throws Problem STATE_CONFLICT for the asker
     */
    Open openAsAsked(UUID id) {
        Open open = openToWrite(id);
        if (open.isAsker()) {
            throw Problem.stateConflict("rfi_answered_by_the_asked");
        }
        return open;
    }

    List<RfiStep> steps(Open open) {
        return threads.steps(open.scope(), List.of(open.thread().id));
    }

    /** @throws Problem STATE_CONFLICT when what was said before does not allow it */
    void requireOpen(Open open, ThreadTransition step) {
        if (!step.leavesFrom(Threads.status(steps(open)))) {
            throw Problem.stateConflict("rfi_step_not_open");
        }
    }

    /** A step of the caller's side, still to be filled. */
    RfiStep step(Open open, ThreadTransition kind) {
        return RfiStep.of(open.thread(), open.caller().participantId(), kind, clock.instant());
    }

    /** Says it, and tells the other side that there is something. */
    void say(Open open, RfiStep step) {
        database.persist(step);
        database.flush();
        RfiVersion thread = open.thread();
        notifications.put(new Notification(
                step.recipient,
                null,
                open.isAsker() ? Permission.RFI_ANSWER_DRAFT : Permission.RFI_DRAFT,
                ThreadService.KIND,
                thread.id,
                thread.urgent));
    }
}
