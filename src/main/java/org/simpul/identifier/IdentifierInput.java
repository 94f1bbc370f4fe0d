package org.simpul.identifier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/**
 * An identifier as it was typed or exported.
 *
 * @param scope the bank, provider, platform, chain or country; may be left out where the type has none
 */
public record IdentifierInput(
        @NotNull IdentifierType type,
        @Nullable @Size(max = 64) String scope,
        @NotBlank @Size(max = 2048) String value) {
    /**
     * @param path of this in the request
     * @param violations gets what is wrong
     * @return null when it has no canonical form
     */
    public @Nullable Identifier canonical(String path, List<Violation> violations) {
        try {
            return Canonical.of(type, scope == null ? "" : scope, value);
        } catch (InvalidIdentifierException e) {
            violations.add(e.at(path));
            return null;
        }
    }

    /**
     * @param path of this in the request
     * @throws Problem INVALID when it has no canonical form
     */
    public Identifier canonical(String path) {
        List<Violation> violations = new ArrayList<>();
        Identifier identifier = canonical(path, violations);
        if (identifier == null) {
            throw Problem.invalid(violations);
        }
        return identifier;
    }

    /** Leaves the value out, so that logging it does not spread it. */
    @Override
    public String toString() {
        return "IdentifierInput[type=" + type + "]";
    }
}
