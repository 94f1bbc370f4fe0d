package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Outbox;
import org.simpul.outbox.OutboxHandler;
import org.simpul.referral.NoticeKind;
import org.simpul.referral.Submission;
import org.simpul.referral.Submissions;
import org.simpul.referral.Urgency;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.urgency.DutyCalls;

/**
 * Takes in what was submitted, for the FIU, under a name of its own; telling it twice changes nothing. The receipt and the
 * call of whoever is on duty come first and hang on nothing else; what looks into the content follows, each part in a
 * transaction of its own, and is tried again until it is done.
 */
@ApplicationScoped
class IntakeClerk implements OutboxHandler {
    private static final String NAME = "intake-clerk";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Submissions submissions;
    private final IntakeRepository repository;
    private final LateProtection lateProtection;
    private final IntakeClocks clocks;
    private final Triage triage;
    private final DutyCalls calls;
    private final Outbox outbox;
    private final Comparison comparison;
    private final IntakeNotices notices;
    private final AuditLog audit;
    private final InstantSource clock;

    IntakeClerk(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            Submissions submissions,
            IntakeRepository repository,
            LateProtection lateProtection,
            IntakeClocks clocks,
            Triage triage,
            DutyCalls calls,
            Outbox outbox,
            Comparison comparison,
            IntakeNotices notices,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.submissions = submissions;
        this.repository = repository;
        this.lateProtection = lateProtection;
        this.clocks = clocks;
        this.triage = triage;
        this.calls = calls;
        this.outbox = outbox;
        this.comparison = comparison;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "referral.submitted";
    }

    /** @throws RuntimeException when a part of what follows the receipt failed, so that it is tried again */
    @Override
    public void handle(UUID versionId) {
        Member fiu = directory.fiu();
        UUID id = actor.act(NAME, fiu, () -> receive(versionId));
        List<RuntimeException> failures = new ArrayList<>();
        for (Consumer<Intake> part : List.<Consumer<Intake>>of(this::protect, this::compare, this::score)) {
            try {
                actor.act(NAME, fiu, () -> {
                    part.accept(intake(id));
                    return id;
                });
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private UUID receive(UUID versionId) {
        Caller caller = current.get();
        Submission submission = submissions.head(versionId);
        Instant now = clock.instant();
        Optional<Intake> known = repository.lockOfReferral(policy.visibility(caller), submission.referralId());
        if (known.isEmpty()) {
            return open(submission, caller.participantId(), now).id;
        }
        Intake intake = known.get();
        if (submission.number() > intake.versionNumber) {
            IntakeStep step = intake.advance(submission, clocks, now);
            tell(intake);
            audit.record(step.act(), IntakeService.audited(intake));
        }
        return intake.id;
    }

    private Intake open(Submission submission, UUID fiu, Instant now) {
        Intake intake = Intake.of(submission, fiu, clocks, now);
        // two at once: the unique referral lets one through, and the other finds it at its next try
        repository.persistAndFlush(intake);
        submissions.notify(submission.referralId(), submission.owner(), NoticeKind.RECEIVED, null, List.of());
        tell(intake);
        audit.record(IntakeStep.RECEIVE.act(), IntakeService.audited(intake));
        return intake;
    }

    /** A P1 that nobody has taken up calls whoever is on duty. */
    private void tell(Intake intake) {
        if (intake.urgency == Urgency.P1 && intake.acknowledgedAt == null) {
            calls.open(Permission.REFERRAL_TRIAGE, IntakeService.KIND, intake.id);
        } else {
            notices.put(intake, Permission.REFERRAL_TRIAGE);
        }
    }

    /** Only then may anything of it be given on, also by the standing rule. */
    private void protect(Intake intake) {
        if (!intake.protectionPending) {
            return;
        }
        lateProtection.mask(policy.visibility(current.get()), intake);
        intake.protectionPending = false;
        if (intake.urgency == Urgency.P1) {
            outbox.put(IntakeStep.URGENT, intake.id);
        }
    }

    private void compare(Intake intake) {
        if (!intake.versionId.equals(intake.comparedVersion)) {
            comparison.add(intake);
        }
    }

    private void score(Intake intake) {
        triage.score(policy.visibility(current.get()), intake);
    }

    private Intake intake(UUID id) {
        return repository.lock(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }
}
