package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Consumer;

/** The hub's API as one person uses it, with a real token. */
final class Api {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI hub;
    private final Tokens tokens;
    private final String login;
    private final Map<String, String> headers;

    private final boolean stepsUp;
    private final Consumer<String> receipts;

    /** @param headers sent with each request, e.g. the purpose */
    Api(URI hub, Tokens tokens, String login, Map<String, String> headers) {
        this(hub, tokens, login, headers, true, leaf -> {});
    }

    private Api(
            URI hub,
            Tokens tokens,
            String login,
            Map<String, String> headers,
            boolean stepsUp,
            Consumer<String> receipts) {
        this.hub = hub;
        this.tokens = tokens;
        this.login = login;
        this.headers = headers;
        this.stepsUp = stepsUp;
        this.receipts = receipts;
    }

    /** The same person, who keeps each {@code Audit-Leaf}. */
    Api noting(Consumer<String> leaves) {
        return new Api(hub, tokens, login, headers, stepsUp, leaves);
    }

    /** The same person, who leaves a challenge for a second factor unanswered. */
    Api withoutStepUp() {
        return new Api(hub, tokens, login, headers, false, receipts);
    }

    /** An answer of the hub. */
    record Answer(int status, String body, String etag) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new LaunchFailure("The hub's answer is no JSON.", e);
            }
        }

        /** The bytes of the answer, the request's own id masked. */
        String masked() {
            return status + " " + body.replaceAll("\"(request_id|search_id)\":\"[^\"]*\"", "\"$1\":\"\"");
        }
    }

    Answer get(String path) {
        return send("GET", path, null, "application/json", null);
    }

    Answer post(String path, String json) {
        return send("POST", path, json, "application/json", null);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json, "application/json", null);
    }

    /** Edits with the entity tag that {@code tagged} has now. */
    Answer edit(String method, String path, String json, String tagged) {
        return send(
                method,
                path,
                json,
                "application/json",
                require(get(tagged), 200).etag());
    }

    Answer putCsv(String path, String rows) {
        return send("PUT", path, rows, "text/csv", null);
    }

    Answer putXml(String path, String document) {
        return send("PUT", path, document, "application/xml", null);
    }

    /** @throws LaunchFailure when the answer has another status */
    Answer require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new LaunchFailure("The hub answered " + login + " with " + answer.status() + " in place of " + status
                    + ": " + answer.body());
        }
        return answer;
    }

    /** Answers the challenge for a second factor, as RFC 9470 has a client do. */
    private Answer send(String method, String path, String body, String type, String ifMatch) {
        HttpResponse<String> response = send(method, path, body, type, ifMatch, tokens.of(login));
        boolean challenged = response.statusCode() == 401
                && response.headers()
                        .firstValue("WWW-Authenticate")
                        .filter(challenge -> challenge.contains("insufficient_user_authentication"))
                        .isPresent();
        if (challenged && stepsUp) {
            response = send(method, path, body, type, ifMatch, tokens.strong(login));
        }
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(""));
    }

    private HttpResponse<String> send(
            String method, String path, String body, String type, String ifMatch, String token) {
        var request = HttpRequest.newBuilder(hub.resolve("/api/v1" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Accept-Language", "en");
        headers.forEach(request::header);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Audit-Leaf").forEach(receipts);
            return response;
        } catch (IOException e) {
            throw new LaunchFailure("The hub does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Stopped.", e);
        }
    }
}
