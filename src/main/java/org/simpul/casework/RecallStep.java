package org.simpul.casework;

import java.util.Optional;
import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.access.Permission.DISCLOSURE_RECALL;
import static org.simpul.access.Permission.RECALL_REQUEST;
import static org.simpul.casework.RecallStatus.DECLINED;
import static org.simpul.casework.RecallStatus.RECALLED;
import static org.simpul.casework.RecallStatus.REQUESTED;

/** The one table of how a recall moves. */
enum RecallStep implements Transition<RecallStatus> {
    REQUEST(Set.of(), REQUESTED, RECALL_REQUEST, "somebody has it; a reason", CaseworkAct.RECALL_REQUESTED),
    /** At once: what should not be read is closed without waiting for a second person. */
    RECALL(Set.of(), RECALLED, DISCLOSURE_RECALL, "somebody has it; a reason", CaseworkAct.DISSEMINATION_RECALLED),
    APPROVE(
            Set.of(REQUESTED),
            RECALLED,
            DISCLOSURE_RECALL,
            "by another person than who asked for it",
            CaseworkAct.DISSEMINATION_RECALLED),
    DECLINE(
            Set.of(REQUESTED),
            DECLINED,
            DISCLOSURE_RECALL,
            "by another person than who asked for it",
            CaseworkAct.RECALL_DECLINED);

    private final TransitionEdge<RecallStatus> edge;

    RecallStep(Set<RecallStatus> from, RecallStatus to, Permission permission, String guard, CaseworkAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<RecallStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == DECLINE ? Optional.empty() : Optional.of("notification");
    }
}
