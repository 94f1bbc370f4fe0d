package org.simpul.identifier.list;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem.Violation;

/** What is known of a file while it is read. */
final class Tally {
    long read;
    long refused;
    long stored;
    long repeated;
    long warned;

    /** Why nothing was stored, or why it was not read on; null when it was read to its end and taken. */
    @Nullable
    String failure;

    final List<ListImportFinding> findings = new ArrayList<>();
    private final int kept;

    /** @param kept findings at most; the others are counted */
    Tally(int kept) {
        this.kept = kept;
    }

    void refuse(long rowNumber, List<Violation> violations) {
        refused++;
        violations.forEach(violation -> keep(Severity.ERROR, rowNumber, violation));
    }

    void warn(long rowNumber, Violation violation) {
        warned++;
        keep(Severity.WARNING, rowNumber, violation);
    }

    /** The file is not read on. */
    void stop(long rowNumber, String code) {
        failure = code;
        keep(Severity.ERROR, rowNumber, new Violation("row", code));
    }

    private void keep(Severity severity, long rowNumber, Violation violation) {
        if (findings.size() < kept) {
            findings.add(ListImportFinding.of(severity, rowNumber, violation));
        }
    }
}
