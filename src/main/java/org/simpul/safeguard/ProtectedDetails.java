package org.simpul.safeguard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that could tell who a protected subject is (R3). Outside of this room the subject has its reference and
 * an age band only.
 *
 * @param name as the institution wrote it
 * @param identifiers in canonical form
 * @param remarks free text of the institution about the subject
 */
public record ProtectedDetails(@Nullable String name, List<ProtectedValue> identifiers, @Nullable String remarks) {

    public ProtectedDetails {
        identifiers = List.copyOf(identifiers);
    }

    /** Leaves everything out but a count: a log must not tell who a victim is. */
    @Override
    public String toString() {
        return "ProtectedDetails[identifiers=" + identifiers.size() + "]";
    }
}
