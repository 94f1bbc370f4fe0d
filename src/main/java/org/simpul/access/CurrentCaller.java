package org.simpul.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Holds the caller for the length of one request or one act of a system actor. */
@RequestScoped
public class CurrentCaller {
    private final CallerSource source;
    private @Nullable Caller caller;

    CurrentCaller(CallerSource source) {
        this.source = source;
    }

    /** @throws Problem UNAUTHENTICATED when nobody is signed in */
    public Caller get() {
        return find().orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
    }

    public Optional<Caller> find() {
        if (caller == null) {
            caller = source.signedIn().orElse(null);
        }
        return Optional.ofNullable(caller);
    }

    /** Runs one act as somebody, and gives the former caller back afterwards. */
    public <T> T as(Caller who, Supplier<T> act) {
        Caller before = caller;
        caller = who;
        try {
            return act.get();
        } finally {
            caller = before;
        }
    }
}
