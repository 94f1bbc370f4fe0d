package org.simpul.console;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.simpul.participant.CallerAugmentor;
import org.simpul.shared.ProblemType;

/** Gives each failure below {@code /console} a page with a body, where the API tells it as problem+json. */
@ApplicationScoped
class FailurePages {
    private static final Logger LOG = Logger.getLogger(FailurePages.class);

    private final Frames frames;
    private final HttpAuthenticator authenticator;

    FailurePages(Frames frames, HttpAuthenticator authenticator) {
        this.frames = frames;
        this.authenticator = authenticator;
    }

    /** Failures of a page; a session that is not known leads back to the sign-in. */
    @ServerResponseFilter
    public Uni<Void> tell(ContainerResponseContext answer, RoutingContext exchange) {
        if (answer.getStatus() < 400 || !isConsole(exchange) || isPage(answer)) {
            return Uni.createFrom().voidItem();
        }
        // a sign-in that has just failed is not tried again by itself: it would go round in circles
        if (answer.getStatus() == 401 && exchange.request().getParam("state") == null) {
            return authenticator
                    .getChallenge(exchange)
                    .invoke(challenge -> {
                        answer.setStatus(challenge.status);
                        answer.setEntity(null);
                        answer.getHeaders().clear();
                        challenge.getHeaders().forEach((name, value) -> answer.getHeaders()
                                .putSingle(name.toString(), value));
                    })
                    .replaceWithVoid();
        }
        answer.setEntity(page(answer.getStatus(), exchange), null, MediaType.TEXT_HTML_TYPE);
        answer.getHeaders()
                .putSingle("Content-Language", Frames.language(exchange).code());
        return Uni.createFrom().voidItem();
    }

    /** A sign-in that fails does so before any page is reached; a redirect to the sign-in travels as a failure too. */
    void watch(@Observes Router router) {
        router.route("/console*").order(Integer.MIN_VALUE).failureHandler(exchange -> {
            Throwable failure = exchange.failure();
            if (failure instanceof AuthenticationCompletionException) {
                end(exchange, 401);
            } else if (failure == null
                    || failure instanceof SecurityException
                    || failure instanceof AuthenticationRedirectException) {
                exchange.next();
            } else {
                LOG.errorf(failure, "%s failed", exchange.normalizedPath());
                end(exchange, 500);
            }
        });
    }

    private void end(RoutingContext exchange, int status) {
        if (!exchange.response().headWritten()) {
            exchange.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .end(page(status, exchange));
        }
    }

    private String page(int status, RoutingContext exchange) {
        SecurityIdentity identity = identity(exchange);
        Frame frame = frames.ofFailure(exchange, identity);
        ProblemType refusal = identity == null ? null : identity.getAttribute(CallerAugmentor.REFUSAL);
        return Pages.in(frame, Pages.failure(frame, Failure.of(status, refusal)))
                .render();
    }

    private static boolean isConsole(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        return path.equals("/console") || path.startsWith("/console/");
    }

    private static boolean isPage(ContainerResponseContext answer) {
        return answer.hasEntity() && MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType());
    }

    private static @Nullable SecurityIdentity identity(RoutingContext exchange) {
        return exchange.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    }
}
