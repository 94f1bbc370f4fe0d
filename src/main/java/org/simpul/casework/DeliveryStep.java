package org.simpul.casework;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;

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
    DELIVER(Set.of(), always(DELIVERED), DISSEMINATION_APPROVE, "", CaseworkAct.DISSEMINATION_APPROVED),
    ACKNOWLEDGE(
            Set.of(DELIVERED),
            always(ACKNOWLEDGED),
            DISSEMINATION_ACKNOWLEDGE,
            "once for each agency, or for each person where it is for named persons",
            CaseworkAct.DISSEMINATION_ACKNOWLEDGED),
    INVESTIGATE(
            Set.of(ACKNOWLEDGED), always(IN_INVESTIGATION), OUTCOME_RECORD, "", CaseworkAct.DISSEMINATION_INVESTIGATED),
    RECORD_OUTCOME(
            Set.of(ACKNOWLEDGED, IN_INVESTIGATION, OUTCOME_RECORDED),
            always(OUTCOME_RECORDED),
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
            always(CLOSED),
            OUTCOME_RECORD,
            "an outcome that is not PENDING stands",
            CaseworkAct.DISSEMINATION_CLOSED),
    RECALL(
            Set.of(DELIVERED, ACKNOWLEDGED, IN_INVESTIGATION, OUTCOME_RECORDED, CLOSED),
            always(RECALLED),
            DISCLOSURE_RECALL,
            "a reason of the closed list",
            CaseworkAct.DISSEMINATION_RECALLED),
    CONFIRM_DELETION(
            Set.of(RECALLED),
            always(RECALLED),
            DISSEMINATION_ACKNOWLEDGE,
            "once for each recall",
            CaseworkAct.RECALL_DELETION_CONFIRMED);

    private final Set<Progress> from;
    private final UnaryOperator<Progress> to;
    private final Permission permission;
    private final String guard;
    private final CaseworkAct act;

    DeliveryStep(Set<Progress> from, UnaryOperator<Progress> to, Permission permission, String guard, CaseworkAct act) {
        this.from = from;
        this.to = to;
        this.permission = permission;
        this.guard = guard;
        this.act = act;
    }

    private static UnaryOperator<Progress> always(Progress progress) {
        return from -> progress;
    }

    @Override
    public Set<Progress> from() {
        return Set.copyOf(from);
    }

    @Override
    public Progress to(Progress progress) {
        return to.apply(progress);
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(permission);
    }

    @Override
    public String guard() {
        return guard;
    }

    @Override
    public CaseworkAct act() {
        return act;
    }

    @Override
    public Optional<String> event() {
        return this == DELIVER || this == RECALL ? Optional.of("notification") : Optional.empty();
    }

    boolean leavesFrom(Progress progress) {
        return from.contains(progress);
    }
}
