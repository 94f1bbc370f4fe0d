package org.simpul.identifier;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.simpul.shared.Problem.Violation;

/**
 * A value that has no canonical form. Message and cause never carry the value, since both end up in logs; for the same
 * reason exceptions of the parsing libraries are not chained.
 */
public final class InvalidIdentifierException extends RuntimeException {
    private static final Set<IdentifierProblem> OF_THE_SCOPE = EnumSet.of(
            IdentifierProblem.SCOPE_REQUIRED,
            IdentifierProblem.UNKNOWN_SCOPE,
            IdentifierProblem.UNKNOWN_COUNTRY,
            IdentifierProblem.SCOPE_MISMATCH);

    private final IdentifierProblem problem;

    InvalidIdentifierException(IdentifierProblem problem) {
        super("Not a valid identifier: " + problem);
        this.problem = problem;
    }

    public IdentifierProblem problem() {
        return problem;
    }

    /** @param path of the identifier in a request whose fields are {@code type}, {@code scope} and {@code value} */
    public Violation at(String path) {
        return new Violation(
                path + (OF_THE_SCOPE.contains(problem) ? ".scope" : ".value"),
                "identifier_" + problem.name().toLowerCase(Locale.ROOT));
    }
}
