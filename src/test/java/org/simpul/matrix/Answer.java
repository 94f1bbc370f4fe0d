package org.simpul.matrix;

import java.util.List;
import java.util.Set;
import org.simpul.testing.Wire;

/**
 * All that a caller can see of an answer.
 *
 * @param headers in the order in which they came, without those that differ between any two answers; of a receipt, that
 *     it is there
 * @param body with the request's id and the ids of the path masked
 */
record Answer(int status, List<String> headers, String body) {
    private static final Set<String> OF_THE_REQUEST = Set.of("date", "request-id");

    static Answer of(Wire.Reply reply, Target target) {
        String requestId = reply.header("Request-Id");
        String body = target.masked(reply.body());
        return new Answer(
                reply.status(),
                reply.headers().stream()
                        .filter(header -> !OF_THE_REQUEST.contains(header.name().toLowerCase()))
                        .map(header -> header.name() + ": "
                                + (header.name().equalsIgnoreCase("audit-leaf")
                                        ? "<leaf>"
                                        : target.masked(header.value())))
                        .toList(),
                requestId.isEmpty() ? body : body.replace(requestId, "<request>"));
    }

    boolean isDenial() {
        return status == 401 || status == 403 || status == 404;
    }
}
