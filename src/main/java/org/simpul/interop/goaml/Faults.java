package org.simpul.interop.goaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.InvalidIdentifierException;
import org.simpul.interop.reading.RowRules;
import org.simpul.referral.RowError;

/** What is wrong in one part of a report; each fault once. */
final class Faults {
    private final long row;
    private final Set<RowError> errors = new LinkedHashSet<>();

    /** @param row number of the transaction from 1 on; 0 outside of transactions */
    Faults(long row) {
        this.row = row;
    }

    long row() {
        return row;
    }

    void add(String field, String code, String path) {
        errors.add(new RowError(row, field, code, path));
    }

    /** @return empty when the identifier is none, which is written down */
    Optional<Identifier> identifier(String field, String path, Supplier<Optional<Identifier>> reading) {
        try {
            return reading.get();
        } catch (InvalidIdentifierException e) {
            add(field, RowRules.code(e), path);
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<RowError> list() {
        return List.copyOf(errors);
    }
}
