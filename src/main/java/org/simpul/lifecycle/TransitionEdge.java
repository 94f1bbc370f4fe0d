package org.simpul.lifecycle;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.audit.Act;

/**
 * What one edge of a table of states says.
 *
 * @param from the states that it leaves from; empty for the edge that makes the thing
 * @param to where it leads from one of those states
 * @param permission who may take it; null for a job of the hub, or for whom the guard names
 * @param guard what must hold beyond the state, in a few words of the field; empty when nothing must
 * @param <S> the states
 */
public record TransitionEdge<S extends Enum<S>>(
        Set<S> from, UnaryOperator<S> to, @Nullable Permission permission, String guard, Act act) {

    public TransitionEdge {
        from = Set.copyOf(from);
    }

    public TransitionEdge(Set<S> from, S to, @Nullable Permission permission, String guard, Act act) {
        this(from, before -> to, permission, guard, act);
    }
}
