package org.simpul.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.RequestId;
import org.simpul.shared.ProblemType;

/** The first and the last to touch a request: its id, the headers of every answer, and what is refused unread. */
@ApplicationScoped
class Edge {
    /** Before authentication (200) and authorisation (100), so that their refusals carry the headers as well. */
    private static final int FIRST = 400;

    /** After both. */
    private static final int SIGNED_IN = 50;

    private static final String REQUEST_ID = "Request-Id";

    /** The receipt of an entry that the request has left in the audit log; one header for each. */
    private static final String AUDIT_LEAF = "Audit-Leaf";

    private static final String TRACE = RequestId.Trace.class.getName();

    private final ProblemWriter problems;
    private final long largestBody;

    Edge(ProblemWriter problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.problems = problems;
        this.largestBody = largestBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, FIRST);
        filters.register(Edge::pass, SIGNED_IN);
    }

    private static void pass(RoutingContext exchange) {
        trace(exchange).reach();
        exchange.next();
    }

    static RequestId.Trace trace(RoutingContext exchange) {
        return exchange.get(TRACE);
    }

    private void receive(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String path = exchange.normalizedPath();
        // routing drops what follows it, so that a path would not be what it is judged by here (CWE-436)
        boolean ambiguous = path.indexOf(';') >= 0;
        RequestId.Trace trace = RequestId.begin(!ambiguous && ProtectedPaths.contains(request.method(), path));
        exchange.put(TRACE, trace);
        String id = trace.id();
        exchange.response().putHeader(REQUEST_ID, id);
        exchange.addHeadersEndHandler(done -> {
            requireEntry(exchange, trace);
            MultiMap headers = exchange.response().headers();
            SecurityHeaders.add(path, headers);
            trace.leaves().forEach(leaf -> headers.add(AUDIT_LEAF, leaf.toString()));
        });
        if (ambiguous) {
            problems.end(request, Diagnosis.of(ProblemType.NOT_FOUND), id);
        } else if (isOnTheApi(path) && !bearsToken(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            problems.end(request, Diagnosis.of(ProblemType.UNAUTHENTICATED), id);
        } else if (announcesTooMuch(path, request.headers())) {
            request.response().putHeader("Connection", "close");
            problems.end(request, Diagnosis.of(ProblemType.TOO_LARGE), id);
        } else {
            exchange.next();
        }
    }

    /** For answers that come by another way than {@link AnswerRule}: nothing is written after that. */
    private static void requireEntry(RoutingContext exchange, RequestId.Trace trace) {
        if (trace.isProtected()
                && ProtectedPaths.needsEntry(exchange.response().getStatusCode())
                && !trace.isRecorded()) {
            exchange.request().connection().close();
            throw new IllegalStateException("request " + trace.id() + " has no audit entry: its line is cut");
        }
    }

    private static boolean isOnTheApi(String path) {
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/log/entries/");
    }

    private static boolean bearsToken(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).matches("bearer +\\S+");
    }

    private boolean announcesTooMuch(String path, MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        long limit = JsonLimit.isFile(path, headers.get(HttpHeaders.CONTENT_TYPE)) ? largestBody : JsonLimit.MAX_BYTES;
        return length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > limit;
    }
}
