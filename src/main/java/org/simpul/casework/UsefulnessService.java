package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** Grades how useful a referral was, in whatever state its intake is. */
@ApplicationScoped
class UsefulnessService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final IntakeRepository intakes;
    private final UsefulnessRepository grades;
    private final AuditLog audit;
    private final InstantSource clock;

    UsefulnessService(
            CurrentCaller current,
            AccessPolicy policy,
            IntakeRepository intakes,
            UsefulnessRepository grades,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.intakes = intakes;
        this.grades = grades;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param ifMatch the intake's entity tag
     * @return the revision that the intake has now
     * @throws Problem NOT_FOUND, VERSION_REQUIRED and VERSION_CHANGED
     */
    @Transactional
    long grade(UUID intakeId, @Nullable String ifMatch, GradeUsefulness command) {
        Caller caller = current.get();
        Intake intake = intakes.lock(policy.visibility(caller), intakeId).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, intake.revision);
        IntakeUsefulness grade = grades.of(intake).orElseGet(IntakeUsefulness::new);
        grade.usefulness = command.usefulness();
        grade.gradedBy = caller.person();
        grade.gradedAt = clock.instant();
        if (grade.intakeId == null) {
            grade.owner = intake.owner;
            grade.intakeId = intake.id;
            grades.persist(grade);
        }
        intake.revision++;
        audit.record(CaseworkAct.INTAKE_USEFULNESS_GRADED, IntakeService.audited(intake));
        return intake.revision;
    }
}
