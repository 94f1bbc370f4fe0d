package org.simpul.casework.cases;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.casework.CaseEventKind;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

/** The one table of how a task moves. */
enum CaseTaskStep implements Transition<CaseTaskStatus> {
    OPEN(Set.of(), CaseTaskStatus.OPEN, CaseAct.CASE_TASK_OPENED, CaseEventKind.TASK_OPENED),
    CHANGE(Set.of(CaseTaskStatus.OPEN), CaseTaskStatus.OPEN, CaseAct.CASE_TASK_CHANGED, CaseEventKind.TASK_CHANGED),
    DONE(Set.of(CaseTaskStatus.OPEN), CaseTaskStatus.DONE, CaseAct.CASE_TASK_DONE, CaseEventKind.TASK_DONE),
    DROP(Set.of(CaseTaskStatus.OPEN), CaseTaskStatus.DROPPED, CaseAct.CASE_TASK_DROPPED, CaseEventKind.TASK_DROPPED);

    private final TransitionEdge<CaseTaskStatus> edge;
    private final CaseEventKind told;

    CaseTaskStep(Set<CaseTaskStatus> from, CaseTaskStatus to, CaseAct act, CaseEventKind told) {
        edge = new TransitionEdge<>(
                from, to, Permission.CASE_WORK, "on the team, or a supervisor; the case is open", act);
        this.told = told;
    }

    @Override
    public TransitionEdge<CaseTaskStatus> edge() {
        return edge;
    }

    /** What stands in the timeline. */
    CaseEventKind told() {
        return told;
    }

    /** Whether it ends a task. */
    boolean isDecision() {
        return to(CaseTaskStatus.OPEN) != CaseTaskStatus.OPEN;
    }
}
