package org.simpul.audit;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/**
 * The id of the running request, made by the hub; in the answer's header {@code Request-Id} and in each audit entry.
 * The edge makes it before anybody is signed in, and it travels with the request's Vert.x context, so that what is
 * recorded during the sign-in bears it as well; a job of the hub gets one of its own.
 */
@RequestScoped
public class RequestId {
    private static final String LOCAL = "org.simpul.request-id";

    private final String id = VertxContext.isOnDuplicatedContext()
            ? ContextLocals.<String>get(LOCAL).orElseGet(RequestId::random)
            : random();

    /** Makes the id of a request that has just come in; to be called on the context of that request. */
    public static String begin() {
        String id = random();
        ContextLocals.put(LOCAL, id);
        return id;
    }

    public String get() {
        return id;
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
