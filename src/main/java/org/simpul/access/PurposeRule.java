package org.simpul.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Person-level information is read for a stated purpose only (R5). */
@ApplicationScoped
public class PurposeRule {
    private final MatterDirectory matters;

    PurposeRule(MatterDirectory matters) {
        this.matters = matters;
    }

    /**
     * Law enforcement reads persons only under a live matter that its supervisor registered; the others state a
     * purpose, and a reporting entity's own referrals are for filing.
     *
     * @throws Problem PURPOSE_REQUIRED without a purpose, MATTER_NOT_LIVE without a live matter
     */
    public void requirePersonLevel(Caller caller) {
        if (caller.kind() == ParticipantKind.REPORTING_ENTITY) {
            return;
        }
        if (caller.purpose() == null) {
            throw Problem.of(ProblemType.PURPOSE_REQUIRED);
        }
        if (caller.kind() == ParticipantKind.LAW_ENFORCEMENT
                && (caller.caseReference() == null
                        || !matters.isLive(caller.participantId(), caller.caseReference()))) {
            throw Problem.of(ProblemType.MATTER_NOT_LIVE);
        }
    }
}
