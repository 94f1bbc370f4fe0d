package org.simpul.identifier;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.SCOPE_REQUIRED;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_COUNTRY;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_SCOPE;

/** The scopes that several types share. */
final class Scope {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern WRITTEN_SLUG = Pattern.compile("[A-Za-z0-9-]{2,32}");
    private static final int SHORTEST_SLUG = 2;

    private Scope() {}

    /** An ISO 3166-1 alpha-2 code, upper case. */
    static String country(String scope) {
        required(scope);
        // Matched first: upper-casing other scripts can yield ASCII letters.
        String code = COUNTRY.matcher(scope).matches() ? scope.toUpperCase(Locale.ROOT) : "";
        if (!COUNTRIES.contains(code)) {
            throw new InvalidIdentifierException(UNKNOWN_COUNTRY);
        }
        return code;
    }

    /** The short name of a provider, platform or acquirer: 2 to 32 of a–z and 0–9, for Go-Pay is GoPay. */
    static String slug(String scope) {
        required(scope);
        String slug = scope.replace("-", "");
        if (!WRITTEN_SLUG.matcher(scope).matches() || slug.length() < SHORTEST_SLUG) {
            throw new InvalidIdentifierException(UNKNOWN_SCOPE);
        }
        return slug.toLowerCase(Locale.ROOT);
    }

    static void required(String scope) {
        if (scope.isEmpty()) {
            throw new InvalidIdentifierException(SCOPE_REQUIRED);
        }
    }
}
