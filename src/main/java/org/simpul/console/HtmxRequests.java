package org.simpul.console;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A script can't follow the redirect to the sign-in: it gets 499, on which the page reloads itself. */
@ApplicationScoped
@Unremovable
class HtmxRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext exchange) {
        return exchange.request().getHeader("HX-Request") != null;
    }
}
