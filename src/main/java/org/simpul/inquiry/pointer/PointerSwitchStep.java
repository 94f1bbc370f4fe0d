package org.simpul.inquiry.pointer;

import java.util.Optional;
import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.inquiry.pointer.PointerSwitchStatus.DECLINED;
import static org.simpul.inquiry.pointer.PointerSwitchStatus.OFF;
import static org.simpul.inquiry.pointer.PointerSwitchStatus.ON;
import static org.simpul.inquiry.pointer.PointerSwitchStatus.PROPOSED;

/** The one table of how a switch moves. */
enum PointerSwitchStep implements Transition<PointerSwitchStatus> {
    PROPOSE(Set.of(), PROPOSED, "an admitted agency, a reason, an end", PointerAct.POINTER_SWITCH_PROPOSED),
    APPROVE(
            Set.of(PROPOSED),
            ON,
            "another person, with the digest that was read; none is on for the agency and the offence",
            PointerAct.POINTER_SWITCHED_ON),
    DECLINE(
            Set.of(PROPOSED),
            DECLINED,
            "another person, with the digest that was read; a reason",
            PointerAct.POINTER_SWITCH_DECLINED),
    /** One person suffices. */
    SWITCH_OFF(Set.of(ON), OFF, "", PointerAct.POINTER_SWITCHED_OFF);

    private final TransitionEdge<PointerSwitchStatus> edge;

    PointerSwitchStep(Set<PointerSwitchStatus> from, PointerSwitchStatus to, String guard, PointerAct act) {
        edge = new TransitionEdge<>(from, to, Permission.POINTER_SWITCH, guard, act);
    }

    @Override
    public TransitionEdge<PointerSwitchStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == PROPOSE ? Optional.of("notification") : Optional.empty();
    }
}
