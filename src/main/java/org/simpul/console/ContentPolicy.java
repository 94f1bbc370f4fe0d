package org.simpul.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What a page of the console may load and do (Content Security Policy 3): scripts and styles of our own, nothing inline,
 * no frames, no other host.
 */
@ApplicationScoped
class ContentPolicy {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            // Tabler's small signs are data URIs in its style sheet
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
    /** Before sign-in and routing: their redirects and failures carry the policy as well. */
    private static final int EARLY = 400;

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    if (exchange.normalizedPath().startsWith("/console")) {
                        exchange.addHeadersEndHandler(
                                done -> exchange.response().headers().set("Content-Security-Policy", POLICY));
                    }
                    exchange.next();
                },
                EARLY);
    }
}
