package org.simpul.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.simpul.shared.ProblemType;

/** Writes problems as JSON; for requests that never reach an endpoint, straight into the answer. */
@ApplicationScoped
class ProblemWriter {
    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    String text(Diagnosis diagnosis, ProblemTexts texts, String requestId) {
        try {
            return json.writeValueAsString(ProblemDocument.of(diagnosis, texts, requestId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void end(HttpServerRequest request, Diagnosis diagnosis, String requestId) {
        ProblemTexts texts = ProblemTexts.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        HttpServerResponse answer = request.response()
                .setStatusCode(diagnosis.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, texts.language())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (diagnosis.type() == ProblemType.UNAUTHENTICATED) {
            answer.putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        answer.end(text(diagnosis, texts, requestId));
    }
}
