package org.simpul.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
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
}
