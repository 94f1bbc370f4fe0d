package org.simpul.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Acts of the hub itself, each under a name and for a participant, each in a transaction of its own. */
@ApplicationScoped
public class SystemActor {
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
