package org.simpul.http;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.shared.ProblemType;

/** What a failure means to who asked. Deny on doubt: whatever is not known here is INTERNAL, and tells nothing. */
record Diagnosis(ProblemType type, List<Violation> violations, Optional<Duration> retryAfter) {

    Diagnosis(ProblemType type, List<Violation> violations) {
        this(type, violations, Optional.empty());
    }

    static Diagnosis of(ProblemType type) {
        return new Diagnosis(type, List.of());
    }

    static Diagnosis invalid(String field, String code) {
        return new Diagnosis(ProblemType.INVALID, List.of(new Violation(field, code)));
    }

    static Diagnosis of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return first(chain, Problem.class)
                .map(problem -> new Diagnosis(problem.type(), problem.violations(), problem.retryAfter()))
                .or(() -> security(chain))
                .or(() -> first(chain, JacksonException.class).map(JsonFailure::diagnose))
                .or(() -> first(chain, ConstraintViolationException.class).map(ConstraintFailure::diagnose))
                .or(() -> first(chain, OptimisticLockException.class).map(e -> of(ProblemType.VERSION_CHANGED)))
                .or(() -> sqlState(chain).map(Diagnosis::database))
                // of the pool, which has no connection free
                .or(() -> first(chain, SQLException.class).map(e -> of(ProblemType.UNAVAILABLE)))
                .or(() -> first(chain, WebApplicationException.class)
                        .map(e -> web(e.getResponse().getStatus())))
                .orElseGet(() -> of(ProblemType.INTERNAL));
    }

    /** Whether the database itself refused the row: a use case that forgot to ask first, worth a line in the log. */
    static boolean refusedByTheDatabase(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return first(chain, Problem.class).isEmpty()
                && sqlState(chain).filter("42501"::equals).isPresent();
    }

    private static Optional<Diagnosis> security(List<Throwable> chain) {
        if (first(chain, UnauthorizedException.class).isPresent()
                || first(chain, AuthenticationException.class).isPresent()) {
            return Optional.of(of(ProblemType.UNAUTHENTICATED));
        }
        return first(chain, ForbiddenException.class).map(e -> of(ProblemType.FORBIDDEN));
    }

    /** By SQLSTATE (PostgreSQL, appendix A); the server's own words name rows and never leave the hub. */
    private static Diagnosis database(String state) {
        return switch (state) {
            // row-level security, or a foreign key to a row that is hidden or absent
            case "42501", "23503" -> of(ProblemType.NOT_FOUND);
            // a date or a number that no column holds
            case "22003", "22007", "22008" -> of(ProblemType.INVALID);
            case "23505", "23P01" -> of(ProblemType.STATE_CONFLICT);
            case "40001", "40P01", "55P03" -> of(ProblemType.UNAVAILABLE);
            default ->
                switch (state.substring(0, 2)) {
                    case "08", "53", "57", "58" -> of(ProblemType.UNAVAILABLE);
                    default -> of(ProblemType.INTERNAL);
                };
        };
    }

    private static Diagnosis web(int status) {
        return switch (status) {
            case 400 -> of(ProblemType.MALFORMED);
            case 401 -> of(ProblemType.UNAUTHENTICATED);
            case 403 -> of(ProblemType.FORBIDDEN);
            case 404 -> of(ProblemType.NOT_FOUND);
            case 405 -> of(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> of(ProblemType.NOT_ACCEPTABLE);
            case 413 -> of(ProblemType.TOO_LARGE);
            case 415 -> of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            default -> of(ProblemType.INTERNAL);
        };
    }

    private static Optional<String> sqlState(List<Throwable> chain) {
        return chain.stream()
                .filter(SQLException.class::isInstance)
                .map(e -> ((SQLException) e).getSQLState())
                .filter(state -> state != null && state.length() == 5)
                .findFirst();
    }

    private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The failure, its causes and what they suppressed: a failed commit hides its reason in either. */
    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        Deque<Throwable> waiting = new ArrayDeque<>(List.of(failure));
        while (!waiting.isEmpty()) {
            Throwable next = waiting.poll();
            if (seen.add(next)) {
                chain.add(next);
                if (next.getCause() != null) {
                    waiting.add(next.getCause());
                }
                waiting.addAll(List.of(next.getSuppressed()));
            }
        }
        return chain;
    }
}
