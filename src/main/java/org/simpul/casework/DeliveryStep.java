package org.simpul.casework;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.access.Permission.DISCLOSURE_RECALL;
import static org.simpul.access.Permission.DISSEMINATION_ACKNOWLEDGE;
import static org.simpul.access.Permission.DISSEMINATION_APPROVE;
import static org.simpul.access.Permission.OUTCOME_RECORD;
import static org.simpul.casework.Progress.ACKNOWLEDGED;
import static org.simpul.casework.Progress.CLOSED;
import static org.simpul.casework.Progress.DELIVERED;
import static org.simpul.casework.Progress.IN_INVESTIGATION;
import static org.simpul.casework.Progress.OUTCOME_RECORDED;
import static org.simpul.casework.Progress.RECALLED;

/** The one table of how far a recipient is with a version: its own steps, and the FIU's first and last. */
enum DeliveryStep implements Transition<Progress> {
    DELIVER(Set.of(), DELIVERED, DISSEMINATION_APPROVE, "", CaseworkAct.DISSEMINATION_APPROVED),
    ACKNOWLEDGE(
            Set.of(DELIVERED),
            ACKNOWLEDGED,
            DISSEMINATION_ACKNOWLEDGE,
            "once for each agency, or for each person where it is for named persons",
            CaseworkAct.DISSEMINATION_ACKNOWLEDGED),
    INVESTIGATE(Set.of(ACKNOWLEDGED), IN_INVESTIGATION, OUTCOME_RECORD, "", CaseworkAct.DISSEMINATION_INVESTIGATED),
    RECORD_OUTCOME(
            Set.of(ACKNOWLEDGED, IN_INVESTIGATION, OUTCOME_RECORDED),
            OUTCOME_RECORDED,
            OUTCOME_RECORD,
            "",
            CaseworkAct.OUTCOME_RECORDED),
    CORRECT_OUTCOME(
            Set.of(OUTCOME_RECORDED, CLOSED),
            UnaryOperator.identity(),
            OUTCOME_RECORD,
            "names an outcome of one's own that is not corrected yet",
            CaseworkAct.OUTCOME_RECORDED),
    CLOSE(
            Set.of(OUTCOME_RECORDED),
            CLOSED,
            OUTCOME_RECORD,
            "an outcome that is not PENDING stands",
            CaseworkAct.DISSEMINATION_CLOSED),
    RECALL(
            Set.of(DELIVERED, ACKNOWLEDGED, IN_INVESTIGATION, OUTCOME_RECORDED, CLOSED),
            RECALLED,
            DISCLOSURE_RECALL,
            "a reason of the closed list",
            CaseworkAct.DISSEMINATION_RECALLED),
    CONFIRM_DELETION(
            Set.of(RECALLED),
            RECALLED,
            DISSEMINATION_ACKNOWLEDGE,
            "once for each recall",
            CaseworkAct.RECALL_DELETION_CONFIRMED),
    KEEP_BY_LAW(
            Set.of(RECALLED),
            RECALLED,
            DISSEMINATION_ACKNOWLEDGE,
            "once for each recall, before the deletion; a reason",
            CaseworkAct.RECALL_KEPT_BY_LAW);

    private final TransitionEdge<Progress> edge;

    DeliveryStep(Set<Progress> from, Progress to, Permission permission, String guard, CaseworkAct act) {
        this(from, before -> to, permission, guard, act);
    }

    DeliveryStep(Set<Progress> from, UnaryOperator<Progress> to, Permission permission, String guard, CaseworkAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<Progress> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == DELIVER || this == RECALL ? Optional.of("notification") : Optional.empty();
    }
}
