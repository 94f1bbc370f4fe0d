package org.simpul.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.audit.Act;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.delivery.OutgoingState.DEAD;
import static org.simpul.delivery.OutgoingState.SENT;
import static org.simpul.delivery.OutgoingState.WAITING;
import static org.simpul.delivery.OutgoingState.WITHDRAWN;

/** The table of what happens to one sending. */
enum OutgoingStep implements Transition<OutgoingState> {
    PREPARE(
            Set.of(),
            WAITING,
            null,
            "an item for an institution that has a webhook or an address",
            DeliveryAct.NOTIFICATION_RECEIVED),
    DELIVER(Set.of(WAITING), SENT, null, "authorised anew just before", DeliveryAct.NOTIFICATION_SENT),
    WITHDRAW(
            Set.of(WAITING),
            WITHDRAWN,
            null,
            "not to be had by its addressee any more",
            DeliveryAct.NOTIFICATION_WITHDRAWN),
    GIVE_UP(Set.of(WAITING), DEAD, null, "the last try has failed", DeliveryAct.NOTIFICATION_GIVEN_UP),
    REDELIVER(Set.of(DEAD), WAITING, Permission.WEBHOOK_MANAGE, "", DeliveryAct.DEAD_LETTER_REDELIVERED);

    private final TransitionEdge<OutgoingState> edge;

    OutgoingStep(Set<OutgoingState> from, OutgoingState to, @Nullable Permission permission, String guard, Act act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<OutgoingState> edge() {
        return edge;
    }
}
