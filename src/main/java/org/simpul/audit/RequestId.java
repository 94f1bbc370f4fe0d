package org.simpul.audit;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
            ? ContextLocals.<Trace>get(LOCAL).orElseGet(() -> new Trace(false))
            : new Trace(false);

    /** The id of a request, and the leaves of the entries that it has committed: the receipts that go into its answer. */
    public static final class Trace {
        /** As many as fit with the other headers into what proxies take. */
        private static final int MOST = 32;

        private final String id = UUID.randomUUID().toString();
        private final boolean isProtected;
        private final List<Hash> leaves = new CopyOnWriteArrayList<>();
        private final AtomicInteger entries = new AtomicInteger();
        private volatile int ofTheSignIn;

        Trace(boolean isProtected) {
            this.isProtected = isProtected;
        }

        public String id() {
            return id;
        }

        /** In the order in which they were committed. */
        public List<Hash> leaves() {
            return leaves;
        }

        /** Whether its answer needs an entry. */
        public boolean isProtected() {
            return isProtected;
        }

        /** What was recorded up to now is the sign-in's, and no entry of what is asked. */
        public void reach() {
            ofTheSignIn = entries.get();
        }

        /** Whether an entry of what was asked is committed. */
        public boolean isRecorded() {
            return entries.get() > ofTheSignIn;
        }

        void add(Hash leaf) {
            entries.incrementAndGet();
            if (leaves.size() < MOST) {
                leaves.add(leaf);
            }
        }
    }

    /**
     * Makes the id of a request that has just come in; to be called on the context of that request.
     *
     * @param isProtected whether nothing may be done or told without an entry
     */
    public static Trace begin(boolean isProtected) {
        Trace trace = new Trace(isProtected);
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
