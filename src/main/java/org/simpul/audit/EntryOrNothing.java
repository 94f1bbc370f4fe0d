package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.logging.Logger;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * Whatever a request does in the database commits with its entry, or not at all: a transaction without one is rolled
 * back in place of its commit, and the request fails as UNAVAILABLE. Nobody has to think of it; {@link NotAudited} is
 * the only way out.
 */
@ApplicationScoped
class EntryOrNothing {
    private static final Logger LOG = Logger.getLogger(EntryOrNothing.class);
    private static final Object ENTRY = new Object();

    private final TransactionSynchronizationRegistry transactions;
    private final RequestId requestId;
    private final ThreadLocal<Boolean> excused = ThreadLocal.withInitial(() -> false);

    EntryOrNothing(TransactionSynchronizationRegistry transactions, RequestId requestId) {
        this.transactions = transactions;
        this.requestId = requestId;
    }

    void begin(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        // for this transaction, and for none that is opened within it
        boolean withoutEntry = excuse(false);
        if (!withoutEntry && isOfAProtectedRequest()) {
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    requireEntry();
                }

                @Override
                public void afterCompletion(int status) {}
            });
        }
    }

    /** The running transaction, if there is one, has its entry. */
    void fulfil() {
        if (transactions.getTransactionKey() != null) {
            transactions.putResource(ENTRY, ENTRY);
        }
    }

    /** @return what was said before */
    boolean excuse(boolean next) {
        boolean before = excused.get();
        excused.set(next);
        return before;
    }

    private void requireEntry() {
        if (transactions.getResource(ENTRY) == null) {
            LOG.errorf("request %s would have committed without an audit entry", requestId.get());
            throw Problem.of(ProblemType.UNAVAILABLE);
        }
    }

    private boolean isOfAProtectedRequest() {
        try {
            return requestId.trace().isProtected();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
