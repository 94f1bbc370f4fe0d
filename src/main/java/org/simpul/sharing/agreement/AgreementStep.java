package org.simpul.sharing.agreement;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.sharing.agreement.AgreementStatus.DECLINED;
import static org.simpul.sharing.agreement.AgreementStatus.ENDED;
import static org.simpul.sharing.agreement.AgreementStatus.LIVE;
import static org.simpul.sharing.agreement.AgreementStatus.PROPOSED;
import static org.simpul.sharing.agreement.AgreementStatus.REPLACED;

/** The one table of how an agreement moves. */
enum AgreementStep implements Transition<AgreementStatus> {
    PROPOSE(Set.of(), PROPOSED, "with an admitted foreign FIU", AgreementAct.AGREEMENT_PROPOSED),
    APPROVE(
            Set.of(PROPOSED),
            LIVE,
            "by another person, with the digest that was read",
            AgreementAct.AGREEMENT_APPROVED),
    DECLINE(
            Set.of(PROPOSED),
            DECLINED,
            "by another person, with a reason and the digest that was read",
            AgreementAct.AGREEMENT_DECLINED),
    /** By what is proposed, or approved, after it. */
    REPLACE(Set.of(PROPOSED, LIVE), REPLACED, "another takes its place", AgreementAct.AGREEMENT_REPLACED),
    /** One person suffices to stop it. */
    END(Set.of(LIVE), ENDED, "", AgreementAct.AGREEMENT_ENDED);

    private final TransitionEdge<AgreementStatus> edge;

    AgreementStep(Set<AgreementStatus> from, AgreementStatus to, String guard, AgreementAct act) {
        edge = new TransitionEdge<>(from, to, Permission.AGREEMENT_SET, guard, act);
    }

    @Override
    public TransitionEdge<AgreementStatus> edge() {
        return edge;
    }
}
