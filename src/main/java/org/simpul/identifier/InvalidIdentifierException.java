package org.simpul.identifier;

/**
 * A value that has no canonical form. Message and cause never carry the value, since both end up in logs; for the same
 * reason exceptions of the parsing libraries are not chained.
 */
public final class InvalidIdentifierException extends RuntimeException {
    private final IdentifierProblem problem;

    InvalidIdentifierException(IdentifierProblem problem) {
        super("Not a valid identifier: " + problem);
        this.problem = problem;
    }

    public IdentifierProblem problem() {
        return problem;
    }
}
