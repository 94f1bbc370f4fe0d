package org.simpul.casework.cases;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.casework.cases.CaseNoteStatus.CONFLICTING;
import static org.simpul.casework.cases.CaseNoteStatus.DROPPED;
import static org.simpul.casework.cases.CaseNoteStatus.KEPT;
import static org.simpul.casework.cases.CaseNoteStatus.MERGED;

/** The one table of how a note moves. */
enum CaseNoteStep implements Transition<CaseNoteStatus> {
    WRITE(Set.of(), KEPT, "on the team, or a supervisor; tells no protected subject", CaseAct.CASE_NOTE_WRITTEN),
    CHANGE(Set.of(KEPT), KEPT, "with the entity tag that was read", CaseAct.CASE_NOTE_CHANGED),
    COPY(Set.of(), CONFLICTING, "the note has moved on meanwhile", CaseAct.CASE_NOTE_CONFLICTED),
    MERGE(Set.of(CONFLICTING), MERGED, "the note is changed, and names it", CaseAct.CASE_NOTE_MERGED),
    DROP(Set.of(CONFLICTING), DROPPED, "", CaseAct.CASE_NOTE_DROPPED);

    private final TransitionEdge<CaseNoteStatus> edge;

    CaseNoteStep(Set<CaseNoteStatus> from, CaseNoteStatus to, String guard, CaseAct act) {
        edge = new TransitionEdge<>(from, to, Permission.CASE_WORK, guard, act);
    }

    @Override
    public TransitionEdge<CaseNoteStatus> edge() {
        return edge;
    }
}
