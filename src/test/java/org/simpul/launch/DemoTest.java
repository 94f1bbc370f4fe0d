package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The demo stands in two places, for the hub in demo.yaml and for Keycloak in the realms: they must tell the same. */
class DemoTest {

    private static final Path HOME = Path.of("");

    private final Demo demo = Demo.load(HOME);
    private final JsonNode simpul = realm("simpul-realm.json");

    @Test
    void everyInstitutionIsAnOrganizationWithItsIdentityProvider() {
        var inDemo = new TreeMap<String, String>();
        demo.participants().forEach(p -> inDemo.put(p.alias() + " " + p.name(), String.valueOf(p.identityProvider())));
        var inKeycloak = new TreeMap<String, String>();
        for (JsonNode organization : simpul.get("organizations")) {
            String provider = organization.get("identityProviders").isEmpty()
                    ? "null"
                    : organization.at("/identityProviders/0/alias").asText();
            inKeycloak.put(text(organization, "alias") + " " + text(organization, "name"), provider);
        }
        assertEquals(inDemo, inKeycloak);
    }

    @Test
    void everyPersonSignsInWhereTheirInstitutionSaysWithOneRole() {
        var inKeycloak = new TreeMap<String, String>(people("simpul", simpul));
        demo.participants().stream()
                .flatMap(p -> Stream.ofNullable(p.identityProvider()))
                .forEach(realm -> inKeycloak.putAll(people(realm, realm(realm + "-realm.json"))));
        var inDemo = new TreeMap<String, String>();
        for (Demo.Participant participant : demo.participants()) {
            String realm = participant.identityProvider() == null ? "simpul" : participant.identityProvider();
            participant.people().forEach(person -> inDemo.put(realm + " " + person.login(), person.role()));
        }
        assertEquals(inDemo, inKeycloak);
    }

    @Test
    void peopleWhoSignInDirectlyBelongToTheirInstitutionAlone() {
        var inKeycloak = new TreeMap<String, TreeSet<String>>();
        for (JsonNode organization : simpul.get("organizations")) {
            var members = all(organization.get("members"))
                    .map(m -> text(m, "username"))
                    .collect(Collectors.toCollection(TreeSet::new));
            inKeycloak.put(text(organization, "alias"), members);
        }
        var inDemo = new TreeMap<String, TreeSet<String>>();
        for (Demo.Participant participant : demo.participants()) {
            var members = new TreeSet<String>();
            if (participant.identityProvider() == null) {
                participant.people().forEach(person -> members.add(person.login()));
            }
            inDemo.put(participant.alias(), members);
        }
        assertEquals(inDemo, inKeycloak);
    }

    @Test
    void aBrokeredInstitutionGrantsTheRolesOfItsAllowListAndNoOther() {
        var mapped = new TreeMap<String, TreeSet<String>>();
        all(simpul.get("identityProviderMappers"))
                .filter(m -> text(m, "identityProviderMapper").equals("oidc-role-idp-mapper"))
                .forEach(m -> {
                    assertEquals("FORCE", m.at("/config/syncMode").asText(), "a role lost at the bank must go");
                    mapped.computeIfAbsent(text(m, "identityProviderAlias"), alias -> new TreeSet<>())
                            .add(m.at("/config/role").asText());
                });
        Map<String, TreeSet<String>> allowed = demo.participants().stream()
                .filter(p -> p.identityProvider() != null)
                .collect(Collectors.toMap(Demo.Participant::alias, p -> new TreeSet<>(p.roles())));
        assertEquals(allowed, mapped);
    }

    private static Map<String, String> people(String name, JsonNode realm) {
        return all(realm.get("users"))
                .collect(Collectors.toMap(
                        u -> name + " " + text(u, "username"),
                        u -> all(u.get("realmRoles")).map(JsonNode::asText).collect(Collectors.joining(" "))));
    }

    private static JsonNode realm(String file) {
        try {
            return new ObjectMapper()
                    .readTree(HOME.resolve("realm-config").resolve(file).toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
