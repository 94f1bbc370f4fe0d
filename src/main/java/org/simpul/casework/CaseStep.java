package org.simpul.casework;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.access.Permission.CASE_REOPEN;
import static org.simpul.access.Permission.CASE_WORK;
import static org.simpul.casework.CaseStatus.CLOSED;

/** The one table of how a case moves. */
enum CaseStep implements Transition<CaseStatus> {
    OPEN(Set.of(), CaseStatus.OPEN, CASE_WORK, "from accepted intakes", CaseworkAct.CASE_OPENED, CaseEventKind.OPENED),
    CLOSE(
            Set.of(CaseStatus.OPEN),
            CLOSED,
            CASE_WORK,
            "on the team, or a supervisor; a reason",
            CaseworkAct.CASE_CLOSED,
            CaseEventKind.CLOSED),
    PROPOSE_REOPENING(
            Set.of(CLOSED),
            CLOSED,
            CASE_WORK,
            "on the team, or a supervisor; a reason; none is proposed",
            CaseworkAct.CASE_REOPENING_PROPOSED,
            CaseEventKind.REOPENING_PROPOSED),
    REOPEN(
            Set.of(CLOSED),
            CaseStatus.OPEN,
            CASE_REOPEN,
            "proposed by another person",
            CaseworkAct.CASE_REOPENED,
            CaseEventKind.REOPENED),
    DECLINE_REOPENING(
            Set.of(CLOSED),
            CLOSED,
            CASE_REOPEN,
            "one is proposed",
            CaseworkAct.CASE_REOPENING_DECLINED,
            CaseEventKind.REOPENING_DECLINED);

    private final TransitionEdge<CaseStatus> edge;
    private final CaseEventKind told;

    CaseStep(
            Set<CaseStatus> from,
            CaseStatus to,
            Permission permission,
            String guard,
            CaseworkAct act,
            CaseEventKind told) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
        this.told = told;
    }

    @Override
    public TransitionEdge<CaseStatus> edge() {
        return edge;
    }

    /** What stands in the timeline. */
    CaseEventKind told() {
        return told;
    }

    boolean needsReason() {
        return this == CLOSE || this == PROPOSE_REOPENING;
    }
}
