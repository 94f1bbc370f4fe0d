package org.simpul.http;

import io.vertx.core.MultiMap;
import java.util.Map;

/** What every answer tells a browser to refuse; an answer that has set one of them itself keeps its own. */
final class SecurityHeaders {
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Pages load from the hub alone, and run no inline script or style. */
    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            // one year; browsers heed it over TLS only
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SecurityHeaders() {}

    static void add(String path, MultiMap headers) {
        EVERYWHERE.forEach((name, value) -> addIfAbsent(headers, name, value));
        boolean page = !path.startsWith("/api/") && !path.startsWith("/log/") && !path.startsWith("/q/");
        addIfAbsent(headers, "Content-Security-Policy", page ? PAGES : NOTHING);
        // scripts and styles are the same for everyone, and may be kept
        if (!path.startsWith("/static/")) {
            addIfAbsent(headers, "Cache-Control", "no-store");
        }
    }

    private static void addIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
