package org.simpul.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.launch.RealmCheck.Point;

/** Who may ask for tokens, and how: the hub's own clients, the machine clients, and the policies over all of them. */
final class RealmClients {

    private static final List<String> GRANTS_THAT_NOBODY_HAS =
            List.of("oauth2.device.authorization.grant.enabled", "oidc.ciba.grant.enabled");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    private static final Set<String> ALGORITHMS = Set.of("PS256", "ES256");
    private static final String PROVISIONER = "simpul-provisioner";

    private final JsonNode reference;
    private final JsonNode realm;

    RealmClients(JsonNode reference, JsonNode realm) {
        this.reference = reference;
        this.realm = realm;
    }

    List<Point> points() {
        return List.of(
                new Point("no client takes passwords, hands out tokens in addresses, or is used from afar", grants()),
                new Point("redirect addresses are exact", redirects()),
                new Point("people's clients prove each code (PKCE, S256)", pkce()),
                new Point("no client gets roles beyond its own, or a session without end", scopes()),
                new Point("the hub's own clients tell what the hub reads", ownClients()),
                new Point("the hub may provision and no more", provisioner()),
                new Point("the client policies are Simpul's", policies()),
                new Point("machine clients sign with registered keys (PS256, ES256)", machines()));
    }

    private List<String> grants() {
        var faults = new Faults();
        clients().forEach(client -> {
            String name = name(client);
            faults.demand(!client.path("directAccessGrantsEnabled").asBoolean(), name + " takes passwords");
            faults.demand(!client.path("implicitFlowEnabled").asBoolean(), name + " has the implicit flow");
            for (String grant : GRANTS_THAT_NOBODY_HAS) {
                faults.demand(!attribute(client, grant).equals("true"), name + " has " + grant);
            }
        });
        return faults.list();
    }

    private List<String> redirects() {
        var faults = new Faults();
        enabled().forEach(client -> Stream.concat(
                        Faults.each(client.path("redirectUris")).map(JsonNode::asText),
                        Stream.of(attribute(client, "post.logout.redirect.uris").split("##")))
                // + stands for the redirect addresses themselves
                .filter(uri -> !uri.isEmpty() && !uri.equals("+"))
                .forEach(uri -> faults.demand(isExact(uri), name(client) + " leads to " + uri)));
        enabled().forEach(client -> Faults.each(client.path("webOrigins"))
                .forEach(origin -> faults.demand(
                        !origin.asText().equals("*"), name(client) + " is open to scripts from everywhere")));
        return faults.list();
    }

    private static boolean isExact(String uri) {
        if (uri.contains("*")) {
            return false;
        }
        if (uri.startsWith("${")) {
            // in a file that is not imported yet
            return true;
        }
        URI address = URI.create(uri);
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
    }

    private List<String> pkce() {
        var faults = new Faults();
        enabled()
                .filter(client -> !client.path("redirectUris").isEmpty())
                .filter(client ->
                        client.path("protocol").asText("openid-connect").equals("openid-connect"))
                .forEach(client -> faults.demand(
                        attribute(client, "pkce.code.challenge.method").equals("S256"),
                        name(client) + " does not require it"));
        return faults.list();
    }

    private List<String> scopes() {
        var faults = new Faults();
        enabled().forEach(client -> {
            faults.demand(!client.path("fullScopeAllowed").asBoolean(), name(client) + " has the full scope");
            boolean people = !client.path("redirectUris").isEmpty();
            faults.demand(
                    !people
                            || Stream.of("defaultClientScopes", "optionalClientScopes")
                                    .flatMap(kind -> Faults.each(client.path(kind)))
                                    .noneMatch(scope -> scope.asText().equals("offline_access")),
                    name(client) + " can ask for offline sessions");
        });
        return faults.list();
    }

    private List<String> ownClients() {
        var faults = new Faults();
        for (JsonNode wanted : reference.path("clients")) {
            JsonNode live = clients()
                    .filter(client -> name(client).equals(name(wanted)))
                    .findFirst()
                    .orElse(null);
            if (live == null) {
                faults.demand(false, name(wanted) + " is not there");
                continue;
            }
            for (String field : List.of("enabled", "publicClient", "standardFlowEnabled", "serviceAccountsEnabled")) {
                faults.demand(
                        !wanted.has(field) || wanted.path(field).equals(live.path(field)),
                        name(wanted) + ": " + field + " is " + live.path(field));
            }
            if (!wanted.path("enabled").asBoolean()) {
                continue;
            }
            Set<String> mappers = mappers(live);
            mappers(wanted).forEach(m -> faults.demand(mappers.contains(m), name(wanted) + " lacks the mapper " + m));
            mappers.removeAll(mappers(wanted));
            faults.demand(mappers.isEmpty(), name(wanted) + " has other mappers: " + mappers);
        }
        return faults.list();
    }

    private static Set<String> mappers(JsonNode client) {
        return Faults.each(client.path("protocolMappers"))
                .map(mapper -> mapper.path("name").asText() + " "
                        + mapper.path("protocolMapper").asText() + " " + Faults.fields(mapper.path("config")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> provisioner() {
        var faults = new Faults();
        Set<String> wanted = rolesOfProvisioner(reference);
        Set<String> live = rolesOfProvisioner(realm);
        faults.demand(live.equals(wanted), "it has " + live + ", not " + wanted);
        return faults.list();
    }

    /** What its tokens can carry; it has no full scope. */
    private static Set<String> rolesOfProvisioner(JsonNode realm) {
        return Faults.each(realm.path("clientScopeMappings").path("realm-management"))
                .filter(mapping -> mapping.path("client").asText().equals(PROVISIONER))
                .flatMap(mapping -> Faults.each(mapping.path("roles")))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> policies() {
        var faults = new Faults();
        compare(faults, "clientProfiles", "profiles", "executors");
        compare(faults, "clientPolicies", "policies", "conditions");
        return faults.list();
    }

    private void compare(Faults faults, String block, String list, String parts) {
        for (JsonNode wanted : reference.path(block).path(list)) {
            String name = wanted.path("name").asText();
            JsonNode live = Faults.each(realm.path(block).path(list))
                    .filter(node -> node.path("name").asText().equals(name))
                    .findFirst()
                    .orElse(wanted.path("nowhere"));
            faults.demand(
                    wanted.path(parts).equals(live.path(parts))
                            && wanted.path("profiles").equals(live.path("profiles"))
                            && wanted.path("enabled").equals(live.path("enabled")),
                    "'" + name + "' is not as in the file");
        }
    }

    private List<String> machines() {
        var faults = new Faults();
        enabled()
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .filter(client -> !name(client).equals(PROVISIONER))
                .forEach(client -> {
                    String name = name(client);
                    faults.demand(
                            attribute(client, "simpul.machine").equals("true"),
                            name + " has a service account and is no registered machine client");
                    faults.demand(
                            client.path("clientAuthenticatorType").asText().equals("client-jwt"),
                            name + " does not sign");
                    faults.demand(
                            !client.path("standardFlowEnabled").asBoolean()
                                    && !client.path("publicClient").asBoolean(),
                            name + " signs people in");
                    keys(faults, client);
                });
        return faults.list();
    }

    private static void keys(Faults faults, JsonNode client) {
        if (attribute(client, "use.jwks.url").equals("true")) {
            String url = attribute(client, "jwks.url");
            faults.demand(isExact(url), name(client) + " has its keys at " + url);
            return;
        }
        try {
            JsonNode keys = new ObjectMapper()
                    .readTree(attribute(client, "jwks.string"))
                    .path("keys");
            faults.demand(!keys.isEmpty(), name(client) + " has no keys");
            keys.forEach(key -> faults.demand(
                    // a key without an algorithm would let others of its kind through
                    ALGORITHMS.contains(key.path("alg").asText())
                            && !key.path("kid").asText().isEmpty()
                            && !key.has("d"),
                    name(client) + " has a key of " + key.path("alg").asText("no algorithm") + ", "
                            + key.path("kid").asText("no id")));
        } catch (JsonProcessingException e) {
            faults.demand(false, name(client) + " has keys that are no JSON");
        }
    }

    private Stream<JsonNode> clients() {
        return Faults.each(realm.path("clients"));
    }

    private Stream<JsonNode> enabled() {
        return clients().filter(client -> client.path("enabled").asBoolean(true));
    }

    private static String name(JsonNode client) {
        return client.path("clientId").asText();
    }

    private static String attribute(JsonNode client, String name) {
        return client.path("attributes").path(name).asText();
    }
}
