package org.simpul.sharing.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;

/** Whoever does not see an onward disclosure any more is not told again what it did there. */
@ApplicationScoped
class OnwardReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ConsentRepository repository;

    OnwardReplays(CurrentCaller current, AccessPolicy policy, ConsentRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String collection() {
        return "onward-disclosures";
    }

    @Override
    public boolean isSeen(UUID id) {
        return !repository
                .onwardSeen(policy.visibility(current.get()), List.of(id))
                .isEmpty();
    }
}
