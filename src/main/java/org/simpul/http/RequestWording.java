package org.simpul.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.simpul.shared.Wording;

/** The same words as in problems, by the header {@code Accept-Language}. */
@ApplicationScoped
class RequestWording implements Wording {
    private final CurrentVertxRequest request;

    RequestWording(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public String violation(String code) {
        RoutingContext exchange = request.getCurrent();
        String language = exchange == null ? null : exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return ProblemTexts.of(language).violation(code);
    }
}
