package org.simpul.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Acts of the hub itself, each under a name and for a participant, each in a transaction of its own. */
@ApplicationScoped
public class SystemActor {
    private static final Logger LOG = Logger.getLogger(SystemActor.class);

    private final CurrentCaller current;

    SystemActor(CurrentCaller current) {
        this.current = current;
    }

    @ActivateRequestContext
    public <T> T act(String name, ParticipantDirectory.Member on, Supplier<T> act) {
        Caller caller = Caller.system(name, on.id(), on.alias(), on.kind());
        return current.as(caller, () -> QuarkusTransaction.requiringNew().call(act::get));
    }

    /**
     * Acts on each that is due, in a transaction of its own: one that fails is logged, waits for the next look, and holds
     * up no other.
     *
     * @param ids of what is due, looked for in a transaction before
     */
    public void each(String name, ParticipantDirectory.Member on, Collection<UUID> ids, Consumer<UUID> act) {
        for (UUID id : ids) {
            try {
                act(name, on, () -> {
                    act.accept(id);
                    return id;
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: %s waits for the next look", name, id);
            }
        }
    }

    /**
     * Looks with the eyes of one person of the institution, who is not there: for what only that person's keys open.
     * Nothing is written so, and nothing recorded: it would look as if the person had done it.
     */
    @ActivateRequestContext
    public <T> T look(ParticipantDirectory.Member on, UUID person, Set<Role> roles, Supplier<T> look) {
        Caller caller =
                new Caller(person, false, "look", on.id(), on.alias(), on.kind(), roles, null, null, 0, "system");
        return current.as(caller, () -> QuarkusTransaction.requiringNew().call(look::get));
    }

    /** Goes on for somebody whose request is still open, e.g. an event stream; what it does is that person's act. */
    @ActivateRequestContext
    public <T> T resume(Caller caller, Supplier<T> act) {
        return current.as(caller, () -> QuarkusTransaction.requiringNew().call(act::get));
    }
}
