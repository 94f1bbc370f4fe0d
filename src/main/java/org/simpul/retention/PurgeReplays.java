package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;

/** Whoever does not see a purge is not told again what it did there. */
@ApplicationScoped
class PurgeReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final PurgeRepository purges;

    PurgeReplays(CurrentCaller current, PurgeRepository purges) {
        this.current = current;
        this.purges = purges;
    }

    @Override
    public String collection() {
        return "purges";
    }

    @Override
    public boolean isSeen(UUID id) {
        return purges.find(current.get(), id).isPresent();
    }
}
