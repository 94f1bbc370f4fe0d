package org.simpul.delivery;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.audit.Act;
import org.simpul.lifecycle.Transition;

import static org.simpul.delivery.OutgoingState.DEAD;
import static org.simpul.delivery.OutgoingState.SENT;
import static org.simpul.delivery.OutgoingState.WAITING;
import static org.simpul.delivery.OutgoingState.WITHDRAWN;

/** The table of what happens to one sending. */
enum OutgoingStep implements Transition<OutgoingState> {
    PREPARE(
            null,
            WAITING,
            null,
            "an item for an institution that has a webhook or an address",
            DeliveryAct.NOTIFICATION_RECEIVED),
    DELIVER(WAITING, SENT, null, "authorised anew just before", DeliveryAct.NOTIFICATION_SENT),
    WITHDRAW(WAITING, WITHDRAWN, null, "not to be had by its addressee any more", DeliveryAct.NOTIFICATION_WITHDRAWN),
    GIVE_UP(WAITING, DEAD, null, "the last try has failed", DeliveryAct.NOTIFICATION_GIVEN_UP),
    REDELIVER(DEAD, WAITING, Permission.WEBHOOK_MANAGE, "", DeliveryAct.DEAD_LETTER_REDELIVERED);

    private final Set<OutgoingState> from;
    private final OutgoingState to;
    private final Optional<Permission> permission;
    private final String guard;
    private final Act act;

    OutgoingStep(
            @Nullable OutgoingState from, OutgoingState to, @Nullable Permission permission, String guard, Act act) {
        this.from = from == null ? Set.of() : Set.of(from);
        this.to = to;
        this.permission = Optional.ofNullable(permission);
        this.guard = guard;
        this.act = act;
    }

    @Override
    public Set<OutgoingState> from() {
        return from;
    }

    @Override
    public OutgoingState to(OutgoingState current) {
        return to;
    }

    @Override
    public Optional<Permission> permission() {
        return permission;
    }

    @Override
    public String guard() {
        return guard;
    }

    @Override
    public Act act() {
        return act;
    }

    @Override
    public Optional<String> event() {
        return Optional.empty();
    }
}
