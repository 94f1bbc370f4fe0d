package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keycloak's admin API of one realm, as its administrator uses it. */
final class KeycloakAdmin {

    private static final int PAGE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI keycloak;
    private final String realm;
    private final Map<String, String> credentials;
    private String token = "";
    private Instant expires = Instant.EPOCH;

    /** @param credentials as {@link RealmState#person} or {@link RealmState#service} give them */
    KeycloakAdmin(URI keycloak, String realm, Map<String, String> credentials) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.credentials = credentials;
    }

    JsonNode get(String path) {
        return json(succeed(authorized(path).GET()));
    }

    /** @return empty when it is not there */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send(authorized(path).GET());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(json(answer));
    }

    JsonNode post(String path, String body) {
        return json(succeed(authorized(path).POST(BodyPublishers.ofString(body))));
    }

    void put(String path, String body) {
        succeed(authorized(path).PUT(BodyPublishers.ofString(body)));
    }

    void delete(String path) {
        delete(path, "");
    }

    void delete(String path, String body) {
        succeed(authorized(path).method("DELETE", BodyPublishers.ofString(body)));
    }

    void createRealm(String json) {
        succeed(authorized(request("/admin/realms")).POST(BodyPublishers.ofString(json)));
    }

    /** All pages of a list. */
    List<JsonNode> all(String path) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            page = get(path + "?first=" + all.size() + "&max=" + PAGE);
            page.forEach(all::add);
        } while (page.size() == PAGE);
        return all;
    }

    private HttpRequest.Builder authorized(String path) {
        return authorized(request("/admin/realms/" + realm + path));
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        if (Instant.now().isAfter(expires)) {
            JsonNode answer = json(succeed(request("/realms/master/protocol/openid-connect/token")
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(Browser.encoded(credentials)))));
            token = answer.get("access_token").asText();
            expires = Instant.now().plusSeconds(answer.get("expires_in").asLong() / 2);
        }
        return request.header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(keycloak.toString().replaceAll("/$", "") + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> succeed(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new LaunchFailure("Keycloak answers " + answer.statusCode() + " at "
                    + answer.uri().getPath() + ": " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak does not answer at " + keycloak + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Stopped.", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isEmpty() ? NullNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak's answer is no JSON.", e);
        }
    }
}
