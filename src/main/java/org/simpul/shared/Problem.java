package org.simpul.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception of the use cases: what went wrong in terms of the caller, told by the edge as RFC 9457. It names
 * fields and codes, never the values that came in.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    private Problem(ProblemType type, List<Violation> violations) {
        this(type, violations, null);
    }

    private Problem(ProblemType type, List<Violation> violations, @Nullable Duration retryAfter) {
        super(type.code() + (violations.isEmpty() ? "" : " " + violations), null, false, false);
        this.type = type;
        this.violations = violations;
        this.retryAfter = retryAfter;
    }

    /**
     * One field that is wrong or missing.
     *
     * @param field path in the request, e.g. {@code subjects[0].identifiers[1].value}
     * @param code key of its text in {@code problems_*.properties} under {@code violation.}
     */
    public record Violation(String field, String code) {}

    public static Problem of(ProblemType type) {
        return new Problem(type, List.of());
    }

    public static Problem invalid(String field, String code) {
        return new Problem(ProblemType.INVALID, List.of(new Violation(field, code)));
    }

    public static Problem invalid(List<Violation> violations) {
        return new Problem(ProblemType.INVALID, List.copyOf(violations));
    }

    /** What is missing before the step can be taken (422). */
    public static Problem incomplete(List<Violation> violations) {
        return new Problem(ProblemType.INCOMPLETE, List.copyOf(violations));
    }

    /** Absent, or hidden from the caller: nobody can tell which. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    /** The object is seen by the caller, but not in a state that allows the step. */
    public static Problem stateConflict(String code) {
        return new Problem(ProblemType.STATE_CONFLICT, List.of(new Violation("status", code)));
    }

    /** What a field of the request asks for is another's, or is there already. */
    public static Problem taken(String field, String code) {
        return new Problem(ProblemType.STATE_CONFLICT, List.of(new Violation(field, code)));
    }

    /** Too much of it is under way; the same request is taken a little later. */
    public static Problem busy(String field, String code) {
        return new Problem(ProblemType.BUSY, List.of(new Violation(field, code)), Duration.ofSeconds(10));
    }

    /** As much as is allowed was asked already; more is, after a time. */
    public static Problem quotaUsed(String field, String code, Duration retryAfter) {
        return new Problem(ProblemType.QUOTA_USED, List.of(new Violation(field, code)), retryAfter);
    }

    public ProblemType type() {
        return type;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** When the same request may be sent again; empty where time alone changes nothing. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
