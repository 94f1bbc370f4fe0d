package org.simpul.interop.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.shared.Problem;

/** How many files this hub reads side by side, so that no institution takes all its threads and memory. */
@ApplicationScoped
public class Turns {
    private final ImportLimits limits;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    Turns(ImportLimits limits) {
        this.limits = limits;
    }

    /** @throws Problem BUSY when there is none left, of the institution or of the hub */
    public synchronized void take(UUID institution) {
        if (all >= limits.atOnce() || taken.getOrDefault(institution, 0) >= limits.atOncePerInstitution()) {
            throw Problem.busy("file", "too_many_imports");
        }
        all++;
        taken.merge(institution, 1, Integer::sum);
    }

    public synchronized void giveBack(UUID institution) {
        all--;
        taken.computeIfPresent(institution, (id, count) -> count == 1 ? null : count - 1);
    }
}
