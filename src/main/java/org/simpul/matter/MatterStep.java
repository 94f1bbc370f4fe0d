package org.simpul.matter;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.matter.MatterStatus.CLOSED;
import static org.simpul.matter.MatterStatus.EXPIRED;
import static org.simpul.matter.MatterStatus.LIVE;

/** The one table of how a matter moves. */
enum MatterStep implements Transition<MatterStatus> {
    REGISTER(
            Set.of(),
            LIVE,
            Permission.MATTER_REGISTER,
            "a number that the agency has not registered; it ends within the longest time",
            MatterAct.MATTER_REGISTERED),
    EXTEND(
            Set.of(LIVE, EXPIRED),
            LIVE,
            Permission.MATTER_REGISTER,
            "a reason, and a later end within the longest time",
            MatterAct.MATTER_EXTENDED),
    CLOSE(Set.of(LIVE, EXPIRED), CLOSED, Permission.MATTER_REGISTER, "a reason", MatterAct.MATTER_CLOSED),
    WARN(Set.of(LIVE), LIVE, null, "ends soon, and nobody was told yet", MatterAct.MATTER_WARNED),
    EXPIRE(Set.of(LIVE), EXPIRED, null, "its end has come", MatterAct.MATTER_EXPIRED);

    private final TransitionEdge<MatterStatus> edge;

    MatterStep(Set<MatterStatus> from, MatterStatus to, @Nullable Permission permission, String guard, MatterAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<MatterStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == WARN ? Optional.of("notification") : Optional.empty();
    }
}
