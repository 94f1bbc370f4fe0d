package org.simpul.http;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.AuditedObject;

/** Which operation a request meant, and what it named; read from the path alone, so that hidden and absent are one. */
final class MatchedOperation {
    private static final String CONSOLE = "/console";

    private final String path;
    private final @Nullable Method method;
    private final ResteasyReactiveRequestContext request;

    private MatchedOperation(String path, @Nullable Method method, ResteasyReactiveRequestContext request) {
        this.path = path;
        this.method = method;
        this.request = request;
    }

    static MatchedOperation of(ResteasyReactiveRequestContext request) {
        Method method = request.getTarget() == null
                ? null
                : request.getTarget().getLazyMethod().getMethod();
        return new MatchedOperation(request.getPath(), method, request);
    }

    /** Whether it is behind a sign-in: on the API or in the console. */
    boolean isGuarded() {
        return ProtectedPaths.isBehindASignIn(path);
    }

    private boolean isInTheConsole() {
        return path.equals(CONSOLE) || path.startsWith(CONSOLE + "/");
    }

    /** @return the operation's id in the OpenAPI document, a page's class and method, or {@code unmatched} */
    String id() {
        if (method == null) {
            return "unmatched";
        }
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null
                ? method.getDeclaringClass().getSimpleName() + "." + method.getName()
                : operation.operationId();
    }

    /** @return kind by the collection's name in the path, and the last id that the path names */
    AuditedObject object() {
        if (method == null) {
            return AuditedObject.list("UNKNOWN");
        }
        String[] steps = path.split("/");
        for (int i = steps.length - 1; i > 0; i--) {
            Optional<UUID> id = uuid(steps[i]);
            if (id.isPresent()) {
                return new AuditedObject(kind(steps[i - 1]), id.get(), null);
            }
        }
        int collection = path.startsWith("/api/") ? 3 : 2;
        return AuditedObject.list(steps.length > collection ? kind(steps[collection]) : "UNKNOWN");
    }

    /** @return the name of the first parameter of the query that is not what its type needs */
    Optional<String> unreadableQueryParameter() {
        if (method == null) {
            return Optional.empty();
        }
        return Arrays.stream(method.getParameters())
                .filter(parameter -> name(parameter) != null)
                .filter(parameter ->
                        !readable(parameter.getType(), request.getQueryParameter(name(parameter), true, false)))
                .map(MatchedOperation::name)
                .findFirst();
    }

    private static @Nullable String name(Parameter parameter) {
        RestQuery query = parameter.getAnnotation(RestQuery.class);
        if (query != null) {
            return query.value().isEmpty() ? parameter.getName() : query.value();
        }
        QueryParam plain = parameter.getAnnotation(QueryParam.class);
        return plain == null ? null : plain.value();
    }

    private static boolean readable(Class<?> type, @Nullable Object given) {
        if (!(given instanceof String text)) {
            return true;
        }
        try {
            if (type == UUID.class) {
                UUID.fromString(text);
            } else if (type == Integer.class || type == int.class) {
                Integer.parseInt(text);
            } else if (type == Long.class || type == long.class) {
                Long.parseLong(text);
            } else if (type == OffsetDateTime.class) {
                OffsetDateTime.parse(text);
            } else if (type.isEnum()) {
                return Arrays.stream(type.getEnumConstants())
                        .anyMatch(it -> ((Enum<?>) it).name().equals(text));
            }
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private boolean isInTheTemplate(String step) {
        if (method == null) {
            return false;
        }
        return Stream.of(method.getDeclaringClass(), method)
                .map(element -> element.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .flatMap(template -> Arrays.stream(template.value().split("/")))
                .anyMatch(step::equals);
    }

    private static Optional<UUID> uuid(String step) {
        return step.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(step))
                : Optional.empty();
    }

    /**
     * {@code typologies} is about a TYPOLOGY, {@code audit-entries} about an AUDIT_ENTRY; a word of the caller's own,
     * where the hub has no such path, is about something UNKNOWN.
     */
    private String kind(String collection) {
        if (!isInTheTemplate(collection)) {
            return "UNKNOWN";
        }
        return collection
                .replaceFirst("ies$", "y")
                .replaceFirst("(ch|sh|ss|x)es$", "$1")
                .replaceFirst("(?<!s)s$", "")
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }
}
