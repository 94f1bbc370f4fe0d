package org.simpul.casework;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.casework.StandingRuleStatus.DECLINED;
import static org.simpul.casework.StandingRuleStatus.ENDED;
import static org.simpul.casework.StandingRuleStatus.LIVE;
import static org.simpul.casework.StandingRuleStatus.PROPOSED;
import static org.simpul.casework.StandingRuleStatus.REPLACED;

/** The one table of how a standing rule moves. */
enum StandingRuleStep implements Transition<StandingRuleStatus> {
    PROPOSE(Set.of(), PROPOSED, "", CaseworkAct.STANDING_RULE_PROPOSED),
    APPROVE(
            Set.of(PROPOSED),
            LIVE,
            "by another person, with the digest that was read",
            CaseworkAct.STANDING_RULE_APPROVED),
    DECLINE(
            Set.of(PROPOSED),
            DECLINED,
            "by another person, with a reason and the digest that was read",
            CaseworkAct.STANDING_RULE_DECLINED),
    /** By what is proposed, or approved, after it. */
    REPLACE(Set.of(PROPOSED, LIVE), REPLACED, "another takes its place", CaseworkAct.STANDING_RULE_PROPOSED),
    /** One person suffices to stop it. */
    END(Set.of(LIVE), ENDED, "", CaseworkAct.STANDING_RULE_ENDED);

    private final TransitionEdge<StandingRuleStatus> edge;

    StandingRuleStep(Set<StandingRuleStatus> from, StandingRuleStatus to, String guard, CaseworkAct act) {
        edge = new TransitionEdge<>(from, to, Permission.STANDING_RULE_SET, guard, act);
    }

    @Override
    public TransitionEdge<StandingRuleStatus> edge() {
        return edge;
    }
}
