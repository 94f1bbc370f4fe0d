package org.simpul.lifecycle;

import java.util.Optional;
import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.audit.Act;

/**
 * One edge of a thing's table of states. Each table is an enum that implements this, moves the entity by itself, and is
 * drawn into {@code docs/states.md}.
 *
 * @param <S> the states
 */
public interface Transition<S extends Enum<S>> {

    String name();

    TransitionEdge<S> edge();

    /** @return the states that it leaves from; empty for the edge that makes the thing */
    default Set<S> from() {
        return edge().from();
    }

    default boolean leavesFrom(S state) {
        return edge().from().contains(state);
    }

    /** @return where it leads from one of those states */
    default S to(S from) {
        return edge().to().apply(from);
    }

    /** @return who may take it; empty for a job of the hub */
    default Optional<Permission> permission() {
        return Optional.ofNullable(edge().permission());
    }

    /** @return what must hold beyond the state, in a few words of the field; empty when nothing must */
    default String guard() {
        return edge().guard();
    }

    default Act act() {
        return edge().act();
    }

    /** @return kind of the event that it leaves in the outbox */
    default Optional<String> event() {
        return Optional.empty();
    }
}
