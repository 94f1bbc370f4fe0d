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

    /** @return the states that it leaves from; empty for the edge that makes the thing */
    Set<S> from();

    /** @return where it leads from one of those states */
    S to(S from);

    /** @return who may take it; empty for a job of the hub */
    Optional<Permission> permission();

    /** @return what must hold beyond the state, in a few words of the field; empty when nothing must */
    String guard();

    Act act();

    /** @return kind of the event that it leaves in the outbox */
    Optional<String> event();
}
