package org.simpul.console;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What somebody sees who is not signed in: no endpoints, since they ask for no permission and tell of nobody. */
@ApplicationScoped
class DoorPages {
    private final Frames frames;

    DoorPages(Frames frames) {
        this.frames = frames;
    }

    void open(@Observes Router router) {
        router.get("/").handler(exchange -> exchange.redirect(Frames.HOME));
        router.get("/console/signed-out").handler(exchange -> {
            Frame frame = frames.ofFailure(exchange, null);
            end(exchange, 200, Pages.in(frame, Pages.signedOut(frame)));
        });
        // Keycloak sends people here whom it did not let in; what it says of the reason is not repeated
        router.get("/console/sign-in-refused").handler(exchange -> {
            Frame frame = frames.ofFailure(exchange, null);
            end(exchange, 401, Pages.in(frame, Pages.failure(frame, Failure.NOT_SIGNED_IN)));
        });
    }

    private static void end(RoutingContext exchange, int status, TemplateInstance page) {
        exchange.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .end(page.render());
    }
}
