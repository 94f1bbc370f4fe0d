package org.simpul.casework;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.referral.NoticeKind;
import org.simpul.referral.Submissions;
import org.simpul.sharing.AccessPolicy;

/**
 * Tells each submitter FINISHED at a fixed time after the receipt, with a code about the form alone (R10). It looks at
 * the receipt and at nothing else: no status, no link, no case, no dissemination, no outcome.
 */
@ApplicationScoped
public class NoticeClock {
    private static final String NAME = "notice-clock";
    private static final int BATCH = 200;

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final IntakeRepository repository;
    private final Submissions submissions;
    private final CaseworkConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    NoticeClock(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            IntakeRepository repository,
            Submissions submissions,
            CaseworkConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.submissions = submissions;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.casework.notice-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        finishDue();
    }

    /** Writes what is due now. */
    public void finishDue() {
        directory.admitted(List.of(ParticipantKind.FIU)).stream().findFirst().ifPresent(this::finishDue);
    }

    private void finishDue(Member fiu) {
        Instant receivedUntil = clock.instant().minus(config.finishedAfter());
        List<Intake> due = List.of();
        do {
            @Nullable Intake last = due.isEmpty() ? null : due.get(due.size() - 1);
            due = actor.act(
                    NAME,
                    fiu,
                    () -> repository.unfinished(policy.visibility(current.get()), receivedUntil, last, BATCH));
            List<UUID> ids = due.stream().map(intake -> intake.id).toList();
            actor.each(NAME, fiu, ids, id -> repository
                    .lockUnfinished(policy.visibility(current.get()), id)
                    .ifPresent(this::finish));
        } while (due.size() == BATCH);
    }

    private void finish(Intake intake) {
        intake.finishedAt = clock.instant();
        submissions.notify(intake.referralId, intake.referralOwner, NoticeKind.FINISHED, intake.formCode, List.of());
        audit.record(CaseworkAct.INTAKE_FINISHED, IntakeService.audited(intake));
    }
}
