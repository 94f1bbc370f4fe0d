package org.simpul.matrix;

import io.restassured.response.Response;
import java.util.List;
import java.util.Set;

/**
 * All that a caller can see of an answer.
 *
 * @param headers in the order in which they came, without those that differ between any two answers
 * @param body with the request's id and the ids of the path masked
 */
record Answer(int status, List<String> headers, String body) {
    private static final Set<String> OF_THE_REQUEST = Set.of("date", "request-id");

    static Answer of(Response response, Target target) {
        String requestId = response.header("Request-Id");
        String body = target.masked(response.asString());
        return new Answer(
                response.statusCode(),
                response.headers().asList().stream()
                        .filter(header ->
                                !OF_THE_REQUEST.contains(header.getName().toLowerCase()))
                        .map(header -> header.getName() + ": " + target.masked(header.getValue()))
                        .toList(),
                requestId == null ? body : body.replace(requestId, "<request>"));
    }

    boolean isDenial() {
        return status == 401 || status == 403 || status == 404;
    }
}
