package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.referral.SubmittedSubjects;
import org.simpul.referral.Urgency;
import org.simpul.safeguard.UnmaskingKind;
import org.simpul.safeguard.UnmaskingRule;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** The FIU unmasks in an intake: who is on the team of a case that has it, or who has taken it, while it is in triage. */
@ApplicationScoped
class IntakeUnmasking implements UnmaskingRule {
    private final AccessPolicy policy;
    private final IntakeRepository intakes;
    private final SubmittedSubjects subjects;

    IntakeUnmasking(AccessPolicy policy, IntakeRepository intakes, SubmittedSubjects subjects) {
        this.policy = policy;
        this.intakes = intakes;
        this.subjects = subjects;
    }

    @Override
    public UnmaskingKind kind() {
        return UnmaskingKind.INTAKE;
    }

    @Override
    public Masked find(Caller caller, UUID objectId, @Nullable Integer number, String reference) {
        return subjects.find(intake(caller, objectId).referralId, number, reference);
    }

    @Override
    public Masked find(Caller caller, UUID objectId, UUID versionId, String reference) {
        intake(caller, objectId);
        return subjects.in(versionId, reference);
    }

    @Override
    public boolean isUrgent(Caller caller, UUID objectId) {
        return intake(caller, objectId).urgency == Urgency.P1;
    }

    @Override
    public boolean isToldBy(Masked subject, String text) {
        return subjects.areToldBy(subject.versionId(), text);
    }

    private Intake intake(Caller caller, UUID id) {
        Visibility scope = policy.visibility(caller);
        Intake intake = intakes.find(scope, id).orElseThrow(Problem::notFound);
        boolean inTriage =
                intake.status == IntakeStatus.IN_TRIAGE || intake.status == IntakeStatus.INFORMATION_REQUESTED;
        boolean mine = inTriage && caller.person().equals(intake.assignedTo);
        if (!mine && !intakes.isInCaseOf(scope, intake, caller.person())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return intake;
    }
}
