package org.simpul.casework;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;
import org.simpul.referral.SubmittedSubjects;
import org.simpul.safeguard.SubjectDigests;
import org.simpul.sharing.AccessPolicy;

/**
 * Makes the protected subjects of what was submitted comparable, with the intake; intakes that were there before are
 * brought up to it by a job.
 */
@ApplicationScoped
class Comparison {
    private static final String NAME = "comparison-clerk";
    private static final int BATCH = 100;

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final IntakeRepository intakes;
    private final SubmittedSubjects subjects;
    private final SubjectDigests digests;

    Comparison(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            IntakeRepository intakes,
            SubmittedSubjects subjects,
            SubjectDigests digests) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.intakes = intakes;
        this.subjects = subjects;
        this.digests = digests;
    }

    /** @param intake loaded for a change, with the version that it follows now */
    void add(Intake intake) {
        digests.replace(intake.owner, intake.id, subjects.of(intake.referralId));
        intake.comparedVersion = intake.versionId;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.casework.compare-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        directory.admitted(List.of(ParticipantKind.FIU)).stream().findFirst().ifPresent(this::addMissing);
    }

    private void addMissing(Member fiu) {
        List<UUID> missing = actor.act(NAME, fiu, () -> intakes.notCompared(policy.visibility(current.get()), BATCH));
        actor.each(NAME, fiu, missing, id -> intakes.lock(policy.visibility(current.get()), id)
                .ifPresent(this::add));
    }
}
