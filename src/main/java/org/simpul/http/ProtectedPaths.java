package org.simpul.http;

import io.vertx.core.http.HttpMethod;
import java.util.List;

/** Where nothing is done or told without an entry in the audit log: wherever somebody signs in, but for a short list. */
final class ProtectedPaths {
    /** The menu of what one's roles open, and what tells that one is not signed in; another one is a decision. */
    static final List<String> UNAUDITED =
            List.of("/console", "/console/", "/console/signed-out", "/console/sign-in-refused");

    private ProtectedPaths() {}

    /** On the API, in the console, or where entries of the published log are opened. */
    static boolean isBehindASignIn(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/log/entries/")
                || path.equals("/console")
                || path.startsWith("/console/");
    }

    /** What methods a path takes is no operation of the hub's. */
    static boolean contains(HttpMethod method, String path) {
        return isBehindASignIn(path) && !UNAUDITED.contains(path) && method != HttpMethod.OPTIONS;
    }

    /** A refusal for another reason tells nothing but what the caller sent. */
    static boolean needsEntry(int status) {
        return status >= 200 && status < 300 || status == 403 || status == 404;
    }
}
