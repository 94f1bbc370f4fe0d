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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A running realm as Keycloak's admin API tells it.
 *
 * @param realm Keycloak's partial export: settings, clients, flows, identity providers; secrets are masked
 * @param organizations aliases of organizations, by those of their identity providers
 */
record RealmState(JsonNode realm, Map<String, String> organizations, List<Account> accounts) {

    /**
     * A person of the realm; service accounts are none.
     *
     * @param credentials kinds of credentials that Keycloak keeps itself, e.g. {@code otp}
     * @param providers identity providers that the person is linked to
     */
    record Account(String username, List<String> credentials, List<String> providers) {}

    /**
     * Asks Keycloak.
     *
     * @param keycloak e.g. {@code https://id.example.org}
     * @param credentials of {@link #person} or {@link #service}, who may manage the realm
     * @throws LaunchFailure when Keycloak does not answer or refuses
     */
    static RealmState of(URI keycloak, String realm, Map<String, String> credentials) {
        var admin = new Admin(keycloak, realm, credentials);
        JsonNode export = admin.post("/partial-export?exportClients=true&exportGroupsAndRoles=true");
        Map<String, String> organizations = new HashMap<>();
        for (JsonNode organization : admin.all("/organizations")) {
            String path = "/organizations/" + organization.get("id").asText() + "/identity-providers";
            texts(admin.get(path), "alias")
                    .forEach(provider -> organizations.put(
                            provider, organization.get("alias").asText()));
        }
        List<Account> accounts = admin.all("/users").stream()
                .map(user -> {
                    String path = "/users/" + user.get("id").asText();
                    return new Account(
                            user.get("username").asText(),
                            texts(admin.get(path + "/credentials"), "type"),
                            texts(admin.get(path + "/federated-identity"), "identityProvider"));
                })
                .toList();
        return new RealmState(export, organizations, accounts);
    }

    /** Credentials of an administrator of the realm master. */
    static Map<String, String> person(String user, String password) {
        return Map.of("grant_type", "password", "client_id", "admin-cli", "username", user, "password", password);
    }

    /** Credentials of a service account of the realm master. */
    static Map<String, String> service(String client, String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    }

    private static List<String> texts(JsonNode array, String field) {
        return Faults.each(array).map(node -> node.path(field).asText()).toList();
    }

    /** As much of the admin API as is read here. */
    private static final class Admin {

        private static final int PAGE = 100;
        private static final ObjectMapper JSON = new ObjectMapper();

        private final HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        private final URI keycloak;
        private final String realm;
        private final Map<String, String> credentials;
        private String token = "";
        private Instant expires = Instant.EPOCH;

        private Admin(URI keycloak, String realm, Map<String, String> credentials) {
            this.keycloak = keycloak;
            this.realm = realm;
            this.credentials = credentials;
        }

        private JsonNode get(String path) {
            return send(authorized(path).GET());
        }

        private JsonNode post(String path) {
            return send(authorized(path).POST(BodyPublishers.noBody()));
        }

        private List<JsonNode> all(String path) {
            List<JsonNode> all = new ArrayList<>();
            JsonNode page;
            do {
                page = get(path + "?first=" + all.size() + "&max=" + PAGE);
                page.forEach(all::add);
            } while (page.size() == PAGE);
            return all;
        }

        private HttpRequest.Builder authorized(String path) {
            if (Instant.now().isAfter(expires)) {
                JsonNode answer = send(request("/realms/master/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Browser.encoded(credentials))));
                token = answer.get("access_token").asText();
                expires = Instant.now().plusSeconds(answer.get("expires_in").asLong() / 2);
            }
            return request("/admin/realms/" + realm + path).header("Authorization", "Bearer " + token);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(keycloak.toString().replaceAll("/$", "") + path))
                    .timeout(Duration.ofSeconds(30));
        }

        private JsonNode send(HttpRequest.Builder request) {
            HttpRequest built = request.build();
            try {
                HttpResponse<String> answer = client.send(built, BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new LaunchFailure("Keycloak answers " + answer.statusCode() + " at "
                            + built.uri().getPath() + ": " + answer.body());
                }
                return JSON.readTree(answer.body());
            } catch (IOException e) {
                throw new LaunchFailure("Keycloak does not answer at " + keycloak + ".", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LaunchFailure("Stopped.", e);
            }
        }
    }
}
