package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;

/** Whoever was taken off the team of a restricted case is not told again what it did there. */
@ApplicationScoped
class CaseReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final CaseRepository cases;

    CaseReplays(CurrentCaller current, AccessPolicy policy, CaseRepository cases) {
        this.current = current;
        this.policy = policy;
        this.cases = cases;
    }

    @Override
    public String collection() {
        return "cases";
    }

    @Override
    public boolean isSeen(UUID id) {
        return cases.find(policy.visibility(current.get()), id).isPresent();
    }
}
