package org.simpul.identifier.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a file of values while it is read. */
final class ScreeningTally {
    long read;
    long refused;
    long asked;
    long matched;
    long hits;

    /** Keyed, of what was asked up to now; empty for nothing. */
    String digest = "";

    /** Why it was not read to its end; null when it was. */
    @Nullable
    String failure;

    final List<ScreeningRefusal> refusals = new ArrayList<>();
    private final int kept;

    /** @param kept refusals at most; the others are counted */
    ScreeningTally(int kept) {
        this.kept = kept;
    }

    void refuse(long rowNumber, String code) {
        refused++;
        keep(rowNumber, code);
    }

    /** The file is not read on. */
    void stop(long rowNumber, String code) {
        failure = code;
        keep(rowNumber, code);
    }

    /** @return number and keyed digest of what was asked, for the audit */
    String told() {
        return asked + " " + digest;
    }

    private void keep(long rowNumber, String code) {
        if (refusals.size() < kept) {
            refusals.add(ScreeningRefusal.of(rowNumber, code));
        }
    }
}
