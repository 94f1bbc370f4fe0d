package org.simpul.identifier.correction;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.identifier.correction.CorrectionStatus.ACCEPTED;
import static org.simpul.identifier.correction.CorrectionStatus.DECLINED;
import static org.simpul.identifier.correction.CorrectionStatus.PROPOSED;

/** The one table of how a proposed correction moves. */
enum CorrectionTransition implements Transition<CorrectionStatus> {
    PROPOSE(
            Set.of(),
            PROPOSED,
            Permission.IDENTIFIER_PROPOSE,
            "of what stands in the newest edition that reaches the institution",
            CorrectionAct.IDENTIFIER_CORRECTION_PROPOSED),
    ACCEPT(
            Set.of(PROPOSED),
            ACCEPTED,
            Permission.PROPOSAL_DECIDE,
            "another person than who proposed it, with a reason; the draft is open",
            CorrectionAct.IDENTIFIER_CORRECTION_ACCEPTED),
    DECLINE(
            Set.of(PROPOSED),
            DECLINED,
            Permission.PROPOSAL_DECIDE,
            "another person than who proposed it, with a reason",
            CorrectionAct.IDENTIFIER_CORRECTION_DECLINED);

    private final TransitionEdge<CorrectionStatus> edge;

    CorrectionTransition(
            Set<CorrectionStatus> from, CorrectionStatus to, Permission permission, String guard, CorrectionAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<CorrectionStatus> edge() {
        return edge;
    }
}
