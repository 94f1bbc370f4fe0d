package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;

/** Whoever does not see a dissemination any more is not told again what it did there. */
@ApplicationScoped
class DisseminationReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository disseminations;

    DisseminationReplays(CurrentCaller current, AccessPolicy policy, DisseminationRepository disseminations) {
        this.current = current;
        this.policy = policy;
        this.disseminations = disseminations;
    }

    @Override
    public String collection() {
        return "disseminations";
    }

    @Override
    public boolean isSeen(UUID id) {
        return disseminations.find(policy.visibility(current.get()), id).isPresent();
    }
}
