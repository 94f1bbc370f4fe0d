package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Canonical;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierProblem;
import org.simpul.identifier.IdentifierType;
import org.simpul.identifier.InvalidIdentifierException;
import org.simpul.shared.Problem.Violation;

/**
 * An identifier as it was typed or exported.
 *
 * @param scope the bank, provider, platform, chain or country; may be left out where the type has none
 */
record IdentifierInput(
        @NotNull IdentifierType type,
        @Nullable @Size(max = 64) String scope,
        @NotBlank @Size(max = 2048) String value) {
    private static final Set<IdentifierProblem> OF_THE_SCOPE = EnumSet.of(
            IdentifierProblem.SCOPE_REQUIRED,
            IdentifierProblem.UNKNOWN_SCOPE,
            IdentifierProblem.UNKNOWN_COUNTRY,
            IdentifierProblem.SCOPE_MISMATCH);

    /**
     * @param path of this in the request
     * @param violations gets what is wrong
     * @return null when it has no canonical form
     */
    @Nullable
    Identifier canonical(String path, List<Violation> violations) {
        try {
            return Canonical.of(type, scope == null ? "" : scope, value);
        } catch (InvalidIdentifierException e) {
            String field = OF_THE_SCOPE.contains(e.problem()) ? ".scope" : ".value";
            violations.add(new Violation(
                    path + field, "identifier_" + e.problem().name().toLowerCase(Locale.ROOT)));
            return null;
        }
    }
}
