package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.OutboxHandler;
import org.simpul.referral.NoticeKind;
import org.simpul.referral.Submission;
import org.simpul.referral.Submissions;
import org.simpul.sharing.AccessPolicy;

/** Takes in what was submitted, for the FIU, under a name of its own; telling it twice changes nothing. */
@ApplicationScoped
class IntakeClerk implements OutboxHandler {
    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Submissions submissions;
    private final IntakeRepository repository;
    private final LateProtection lateProtection;
    private final CaseworkConfig config;
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
            CaseworkConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.submissions = submissions;
        this.repository = repository;
        this.lateProtection = lateProtection;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "referral.submitted";
    }

    @Override
    public void handle(UUID versionId) {
        actor.act("intake-clerk", directory.fiu(), () -> {
            receive(versionId);
            return versionId;
        });
    }

    private void receive(UUID versionId) {
        Caller caller = current.get();
        Submission submission = submissions.head(versionId);
        Instant now = clock.instant();
        Optional<Intake> known = repository.lockOfReferral(policy.visibility(caller), submission.referralId());
        if (known.isEmpty()) {
            open(submission, caller.participantId(), now);
        } else if (submission.number() > known.get().versionNumber) {
            known.get().advance(submission, config, now);
            lateProtection.mask(policy.visibility(caller), known.get());
            audit.record(CaseworkAct.INTAKE_VERSION_RECEIVED, IntakeService.audited(known.get()));
        }
    }

    private void open(Submission submission, UUID fiu, Instant now) {
        Intake intake = Intake.of(submission, fiu, config, now);
        // two at once: the unique referral lets one through, and the other finds it at its next try
        repository.persistAndFlush(intake);
        lateProtection.mask(policy.visibility(current.get()), intake);
        submissions.notify(submission.referralId(), submission.owner(), NoticeKind.RECEIVED, null, List.of());
        audit.record(CaseworkAct.INTAKE_RECEIVED, IntakeService.audited(intake));
    }
}
