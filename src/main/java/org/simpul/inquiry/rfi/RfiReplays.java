package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;

/** Whoever does not see a request any more is not told again what it did there. */
@ApplicationScoped
class RfiReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final RfiRepository files;

    RfiReplays(CurrentCaller current, AccessPolicy policy, RfiRepository files) {
        this.current = current;
        this.policy = policy;
        this.files = files;
    }

    @Override
    public String collection() {
        return "rfis";
    }

    @Override
    public boolean isSeen(UUID id) {
        return files.find(policy.visibility(current.get()), id).isPresent();
    }
}
