package org.simpul.audit;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.simpul.tlog.Hash;

/**
 * The id of the running request, made by the hub; in the answer's header {@code Request-Id} and in each audit entry.
 * The edge makes it before anybody is signed in, and it travels with the request's Vert.x context, so that what is
 * recorded during the sign-in bears it as well; a job of the hub gets one of its own.
 */
@RequestScoped
public class RequestId {
    private static final String LOCAL = "org.simpul.request-id";

    private final Trace trace = VertxContext.isOnDuplicatedContext()
            ? ContextLocals.<Trace>get(LOCAL).orElseGet(Trace::new)
            : new Trace();

    /** The id of a request, and the leaves of the entries that it has committed: the receipts that go into its answer. */
    public static final class Trace {
        /** As many as fit with the other headers into what proxies take. */
        private static final int MOST = 32;

        private final String id = UUID.randomUUID().toString();
        private final List<Hash> leaves = new CopyOnWriteArrayList<>();

        public String id() {
            return id;
        }

        /** In the order in which they were committed. */
        public List<Hash> leaves() {
            return leaves;
        }

        void add(Hash leaf) {
            if (leaves.size() < MOST) {
                leaves.add(leaf);
            }
        }
    }

    /** Makes the id of a request that has just come in; to be called on the context of that request. */
    public static Trace begin() {
        Trace trace = new Trace();
        ContextLocals.put(LOCAL, trace);
        return trace;
    }

    public String get() {
        return trace.id();
    }

    Trace trace() {
        return trace;
    }
}
