package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;

/** Whoever does not see a thread any more is not told again what it said there. */
@ApplicationScoped
class ThreadReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ThreadRepository threads;

    ThreadReplays(CurrentCaller current, AccessPolicy policy, ThreadRepository threads) {
        this.current = current;
        this.policy = policy;
        this.threads = threads;
    }

    @Override
    public String collection() {
        return "rfi-threads";
    }

    @Override
    public boolean isSeen(UUID id) {
        return threads.find(policy.visibility(current.get()), id).isPresent();
    }
}
