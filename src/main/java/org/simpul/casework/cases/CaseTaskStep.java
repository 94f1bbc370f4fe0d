package org.simpul.casework.cases;

import java.util.Optional;
import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.casework.CaseEventKind;
import org.simpul.lifecycle.Transition;

/** The one table of how a task moves. */
enum CaseTaskStep implements Transition<CaseTaskStatus> {
    OPEN(Set.of(), CaseTaskStatus.OPEN, CaseAct.CASE_TASK_OPENED, CaseEventKind.TASK_OPENED),
    CHANGE(Set.of(CaseTaskStatus.OPEN), CaseTaskStatus.OPEN, CaseAct.CASE_TASK_CHANGED, CaseEventKind.TASK_CHANGED),
    DONE(Set.of(CaseTaskStatus.OPEN), CaseTaskStatus.DONE, CaseAct.CASE_TASK_DONE, CaseEventKind.TASK_DONE),
    DROP(Set.of(CaseTaskStatus.OPEN), CaseTaskStatus.DROPPED, CaseAct.CASE_TASK_DROPPED, CaseEventKind.TASK_DROPPED);

    private final Set<CaseTaskStatus> from;
    private final CaseTaskStatus to;
    private final CaseAct act;
    private final CaseEventKind told;

    CaseTaskStep(Set<CaseTaskStatus> from, CaseTaskStatus to, CaseAct act, CaseEventKind told) {
        this.from = from;
        this.to = to;
        this.act = act;
        this.told = told;
    }

    @Override
    public Set<CaseTaskStatus> from() {
        return from;
    }

    @Override
    public CaseTaskStatus to(CaseTaskStatus status) {
        return to;
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.CASE_WORK);
    }

    @Override
    public String guard() {
        return "on the team, or a supervisor; the case is open";
    }

    @Override
    public CaseAct act() {
        return act;
    }

    @Override
    public Optional<String> event() {
        return Optional.empty();
    }

    /** What stands in the timeline. */
    CaseEventKind told() {
        return told;
    }

    /** Whether it ends a task. */
    boolean isDecision() {
        return to != CaseTaskStatus.OPEN;
    }
}
