package org.simpul.interop.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.simpul.shared.Problem;

/** Counts the files of one kind that are under way, of each institution and of all. */
public final class SideBySide {
    private final int most;
    private final int mostOfOne;
    private final String code;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    /** @param code of the violation that tells that there are too many */
    public SideBySide(int most, int mostOfOne, String code) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.code = code;
    }

    /** @throws Problem BUSY when there is no turn left, of the institution or of the hub */
    public synchronized void take(UUID institution) {
        if (all >= most || taken.getOrDefault(institution, 0) >= mostOfOne) {
            throw Problem.busy("file", code);
        }
        all++;
        taken.merge(institution, 1, Integer::sum);
    }

    public synchronized void giveBack(UUID institution) {
        all--;
        taken.computeIfPresent(institution, (id, count) -> count == 1 ? null : count - 1);
    }
}
