package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
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
        var admin = new KeycloakAdmin(keycloak, realm, credentials);
        JsonNode export = admin.post("/partial-export?exportClients=true&exportGroupsAndRoles=true", "");
        Map<String, String> organizations = new HashMap<>();
        boolean enabled = export.path("organizationsEnabled").asBoolean();
        for (JsonNode organization : enabled ? admin.all("/organizations") : List.<JsonNode>of()) {
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
}
