package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Threads of an asker whose deadline comes, or has passed. */
@ApplicationScoped
class DueThreads {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ThreadRepository threads;
    private final InquiryConfig config;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    DueThreads(
            CurrentCaller current,
            AccessPolicy policy,
            ThreadRepository threads,
            InquiryConfig config,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.threads = threads;
        this.config = config;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    @NotAudited("finds what is handled, and recorded, one by one")
    List<UUID> ids() {
        return threads.due(policy.visibility(current.get()), clock.instant());
    }

    @Transactional
    void handle(UUID id) {
        Instant now = clock.instant();
        Visibility scope = policy.visibility(current.get());
        RfiVersion thread = threads.find(scope, id).orElseThrow();
        threads.holdStill(List.of(id));
        threads.lockRecipient(scope, id)
                .filter(row -> row.lookAt != null && !row.lookAt.isAfter(now))
                .ifPresent(row -> handle(scope, row, thread, now));
    }

    private void handle(Visibility scope, RfiRecipient row, RfiVersion thread, Instant now) {
        ThreadStatus status = Threads.status(threads.steps(scope, List.of(thread.id)));
        boolean passes = ThreadTransition.PASS_DEADLINE.leavesFrom(status);
        if (!passes && status != ThreadStatus.OVERDUE) {
            row.lookAt = null;
            return;
        }
        if (row.stage == RecipientStage.ESCALATE) {
            row.lookAt = null;
            if (passes) {
                // it was asked about, and is no less late
                pass(thread, now);
            }
            tell(thread, Permission.RFI_ANSWER_SUBMIT, Permission.RFI_AUTHORISE);
            record(RfiAct.RFI_ESCALATED, thread);
        } else if (row.dueAt.isAfter(now)) {
            row.stage = RecipientStage.PASS;
            row.lookAt = row.dueAt;
            put(thread, thread.recipient, Permission.RFI_ANSWER_DRAFT, thread.urgent);
            record(RfiAct.RFI_DUE_SOON, thread);
        } else {
            row.stage = RecipientStage.ESCALATE;
            row.lookAt = now.plus(config.escalateAfter(thread.urgent));
            pass(thread, now);
            tell(thread, Permission.RFI_ANSWER_DRAFT, Permission.RFI_DRAFT);
            record(RfiAct.RFI_OVERDUE, thread);
        }
    }

    private void pass(RfiVersion thread, Instant now) {
        threads.getEntityManager().persist(RfiStep.of(thread, thread.owner, ThreadTransition.PASS_DEADLINE, now));
    }

    private void tell(RfiVersion thread, Permission ofTheAsked, Permission ofTheAsker) {
        put(thread, thread.recipient, ofTheAsked, true);
        put(thread, thread.owner, ofTheAsker, true);
    }

    private void put(RfiVersion thread, UUID to, Permission permission, boolean urgent) {
        notifications.put(new Notification(to, null, permission, ThreadService.KIND, thread.id, urgent));
    }

    private void record(RfiAct act, RfiVersion thread) {
        audit.record(act, new AuditedObject(ThreadService.KIND, thread.id, thread.owner));
    }
}
