package org.simpul.typology.practice;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.typology.practice.ProposalStatus.ACCEPTED;
import static org.simpul.typology.practice.ProposalStatus.DECLINED;
import static org.simpul.typology.practice.ProposalStatus.PROPOSED;

/** The one table of how a proposed red flag moves. */
enum ProposalTransition implements Transition<ProposalStatus> {
    PROPOSE(
            Set.of(),
            PROPOSED,
            Permission.RED_FLAG_PROPOSE,
            "on a typology that is published to the institution",
            PracticeAct.RED_FLAG_PROPOSED),
    ACCEPT(
            Set.of(PROPOSED),
            ACCEPTED,
            Permission.PROPOSAL_DECIDE,
            "it enters the typology's next draft, without its author",
            PracticeAct.RED_FLAG_ACCEPTED),
    DECLINE(Set.of(PROPOSED), DECLINED, Permission.PROPOSAL_DECIDE, "a reason", PracticeAct.RED_FLAG_DECLINED);

    private final TransitionEdge<ProposalStatus> edge;

    ProposalTransition(
            Set<ProposalStatus> from, ProposalStatus to, Permission permission, String guard, PracticeAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<ProposalStatus> edge() {
        return edge;
    }
}
