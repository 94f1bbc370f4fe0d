package org.simpul.safeguard;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that could tell who a protected subject is (R3). Outside of this room the subject has its reference and
 * an age band only.
 *
 * @param name as the institution wrote it
 * @param identifiers in canonical form
 * @param remarks free text of the institution about the subject
 * @param aliases other spellings of the name, as reports have them
 */
public record ProtectedDetails(
        @Nullable String name,
        List<ProtectedValue> identifiers,
        @Nullable String remarks,
        @Nullable List<String> aliases) {

    public ProtectedDetails {
        identifiers = List.copyOf(identifiers);
        // none in details that were kept before there were any
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }

    public ProtectedDetails(@Nullable String name, List<ProtectedValue> identifiers, @Nullable String remarks) {
        this(name, identifiers, remarks, List.of());
    }

    /** Every name under which the subject is kept out of other texts. */
    public List<String> names() {
        return Stream.concat(Stream.ofNullable(name), Stream.ofNullable(aliases).flatMap(List::stream))
                .toList();
    }

    /** The same person as somebody else tells it: numbers of both, under the name that it has and all other spellings. */
    public ProtectedDetails with(ProtectedDetails same) {
        return new ProtectedDetails(
                name,
                Stream.concat(identifiers.stream(), same.identifiers.stream())
                        .distinct()
                        .toList(),
                remarks,
                Stream.concat(names().stream(), same.names().stream())
                        .filter(spelling -> !spelling.equals(name))
                        .distinct()
                        .toList());
    }

    /** By what it is found, and none of the institution's own words about it. */
    ProtectedDetails toBeFound() {
        return new ProtectedDetails(name, identifiers, null);
    }

    /** Leaves everything out but a count: a log must not tell who a victim is. */
    @Override
    public String toString() {
        return "ProtectedDetails[identifiers=" + identifiers.size() + "]";
    }
}
