package org.simpul.referral.basis;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.audit.Act;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.referral.basis.BasisStatus.APPROVED;
import static org.simpul.referral.basis.BasisStatus.DECLINED;
import static org.simpul.referral.basis.BasisStatus.PROPOSED;
import static org.simpul.referral.basis.BasisStatus.RETIRED;

/** The one table of how a legal basis moves. */
enum BasisStep implements Transition<BasisStatus> {
    PROPOSE(Set.of(), PROPOSED, Permission.REFERRAL_TRIAGE, "", BasisAct.LEGAL_BASIS_PROPOSED),
    /** Never of a retired code: what was sealed under it keeps its title. */
    PROPOSE_AGAIN(Set.of(DECLINED), PROPOSED, Permission.REFERRAL_TRIAGE, "", BasisAct.LEGAL_BASIS_PROPOSED),
    APPROVE(
            Set.of(PROPOSED),
            APPROVED,
            Permission.LEGAL_BASIS_APPROVE,
            "another person than the proposer, naming the digest",
            BasisAct.LEGAL_BASIS_APPROVED),
    DECLINE(
            Set.of(PROPOSED),
            DECLINED,
            Permission.LEGAL_BASIS_APPROVE,
            "another person than the proposer",
            BasisAct.LEGAL_BASIS_DECLINED),
    /** It stays in force until a second person agrees. */
    PROPOSE_RETIREMENT(
            Set.of(APPROVED),
            APPROVED,
            Permission.LEGAL_BASIS_APPROVE,
            "none is proposed",
            BasisAct.LEGAL_BASIS_RETIREMENT_PROPOSED),
    RETIRE(
            Set.of(APPROVED),
            RETIRED,
            Permission.LEGAL_BASIS_APPROVE,
            "proposed by another person",
            BasisAct.LEGAL_BASIS_RETIRED),
    DECLINE_RETIREMENT(
            Set.of(APPROVED),
            APPROVED,
            Permission.LEGAL_BASIS_APPROVE,
            "one is proposed",
            BasisAct.LEGAL_BASIS_RETIREMENT_DECLINED);

    private final TransitionEdge<BasisStatus> edge;

    BasisStep(Set<BasisStatus> from, BasisStatus to, Permission permission, String guard, Act act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<BasisStatus> edge() {
        return edge;
    }
}
