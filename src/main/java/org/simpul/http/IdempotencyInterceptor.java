package org.simpul.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.http.IdempotencyKeys.Answer;
import org.simpul.http.IdempotencyKeys.Key;
import org.simpul.safeguard.KeyedDigest;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Problem;
import org.simpul.shared.ReplayGuard;

/**
 * Lets a request be sent again without acting twice. Key, act and answer commit in one transaction: a failed act leaves
 * no key, and who comes second with a key waits for the first. Permission was asked before this, also of a repetition.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,128}");
    private static final Pattern OBJECT = Pattern.compile(
            "/api/v1/([a-z-]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?", Pattern.CASE_INSENSITIVE);

    private final CurrentCaller current;
    private final IdempotencyKeys keys;
    private final KeyedDigest digest;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final HttpServerRequest request;
    private final List<ReplayGuard> guards;

    IdempotencyInterceptor(
            CurrentCaller current,
            IdempotencyKeys keys,
            KeyedDigest digest,
            AuditLog audit,
            ObjectMapper json,
            HttpServerRequest request,
            @All List<ReplayGuard> guards) {
        this.guards = guards;
        this.digest = digest;
        this.current = current;
        this.keys = keys;
        this.audit = audit;
        this.json = json;
        this.request = request;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String text = request.getHeader(HEADER);
        if (text == null) {
            return call.proceed();
        }
        if (!KEY.matcher(text).matches()) {
            throw Problem.invalid(HEADER, "pattern");
        }
        Caller caller = current.get();
        String operation = call.getMethod().getAnnotation(Operation.class).operationId();
        Key key = new Key(caller.participantId(), caller.person(), operation, text);
        byte[] digest = digest(call.getParameters());
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Answer> earlier = keys.claim(key, digest);
            if (earlier.isPresent()) {
                return replay(earlier.get(), operation);
            }
            RestResponse<?> answer = (RestResponse<?>) call.proceed();
            keys.keep(key, answer(answer));
            return answer;
        });
    }

    /** The body of a repetition's answer: what was done is read where it is, under what guards it there. */
    private record Replay(boolean replayed, @Nullable String location) {}

    private RestResponse<Replay> replay(Answer answer, String operation) {
        Stream.of(request.path(), answer.location())
                .filter(Objects::nonNull)
                .map(OBJECT::matcher)
                .filter(Matcher::matches)
                .forEach(object -> requireSeen(object.group(1), UUID.fromString(object.group(2))));
        audit.record(() -> "REQUEST_REPLAYED", AuditedObject.list(operation));
        ResponseBuilder<Replay> again = ResponseBuilder.<Replay>create(answer.status())
                .entity(new Replay(true, answer.location()))
                .header(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                .header("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            again.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            again.header(HttpHeaders.ETAG, answer.etag());
        }
        return again.build();
    }

    private void requireSeen(String collection, UUID id) {
        if (guards.stream().anyMatch(guard -> guard.collection().equalsIgnoreCase(collection) && !guard.isSeen(id))) {
            throw Problem.notFound();
        }
    }

    private static Answer answer(RestResponse<?> answer) {
        return new Answer(answer.getStatus(), header(answer, HttpHeaders.LOCATION), header(answer, HttpHeaders.ETAG));
    }

    private static @Nullable String header(RestResponse<?> answer, String name) {
        Object value = answer.getHeaders().getFirst(name);
        return value == null ? null : value.toString();
    }

    /** Under the hub's key: a request may be so short, a name and an account, that its plain digest is guessed. */
    private byte[] digest(Object[] arguments) throws JsonProcessingException {
        return digest.of("idempotent requests", json.writeValueAsBytes(arguments));
    }
}
