package org.simpul.inquiry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;

/** Whoever does not see an interest is not told again what was done there. */
@ApplicationScoped
class InterestReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Interests interests;

    InterestReplays(CurrentCaller current, AccessPolicy policy, Interests interests) {
        this.current = current;
        this.policy = policy;
        this.interests = interests;
    }

    @Override
    public String collection() {
        return "interests";
    }

    @Override
    public boolean isSeen(UUID id) {
        return interests.isSeen(policy.visibility(current.get()), id);
    }
}
