package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The demo's institutions for the hub (demo.yaml) and for Keycloak (realms made of it) must tell the same. */
class DemoTest {

    private static final Path HOME = Path.of("");

    private final Demo demo = Demo.load(HOME);
    private final Map<String, String> realms = new DemoRealms(HOME).files(demo);

    @Test
    void everyInstitutionSignsInAtARealmOfItsOwn() {
        assertEquals(
                demo.participants().stream().map(p -> p.alias() + "-realm.json").collect(Collectors.toSet()),
                realms.keySet());
        for (Demo.Participant participant : demo.participants()) {
            JsonNode realm = realm(participant);
            assertEquals(participant.alias(), text(realm, "realm"));
            assertEquals(participant.name(), text(realm, "displayName"));
            String metadata = participant.identityProvider().metadataUrl();
            assertTrue(
                    metadata.startsWith("${KEYCLOAK_URL}/realms/" + participant.alias() + "/"),
                    "the hub would ask elsewhere: " + metadata);
        }
    }

    @Test
    void everyPersonHasAnAccountAtTheirInstitutionWithTheirOneRole() {
        for (Demo.Participant participant : demo.participants()) {
            var inDemo = new TreeMap<String, String>();
            participant
                    .people()
                    .forEach(person ->
                            inDemo.put(person.login() + " " + DemoRealms.person(participant, person), person.role()));
            assertEquals(inDemo, people(realm(participant)));
        }
    }

    @Test
    void aPersonsIdIsTheSameOnEveryMachine() {
        Demo.Participant bank = demo.participantOf("ana");
        assertEquals(
                "932b4d7e-d455-35d3-886a-7598c8545bcb",
                DemoRealms.person(bank, bank.people().get(0)).toString());
    }

    @Test
    void theRealmHandsOutTheRolesOfTheAllowListAndNoOther() {
        for (Demo.Participant participant : demo.participants()) {
            JsonNode realm = realm(participant);
            Set<String> roles = new TreeSet<>(participant.roles());
            assertEquals(roles, names(realm.at("/roles/realm"), "name"));
            assertEquals(
                    roles,
                    all(realm.at("/scopeMappings/0/roles"))
                            .map(JsonNode::asText)
                            .collect(Collectors.toSet()));
            assertTrue(
                    participant.people().stream().allMatch(person -> roles.contains(person.role())),
                    participant.alias() + " has somebody of another role");
        }
    }

    @Test
    void theRealmKnowsTheHubUnderTheNameThatTheHubIsTold() {
        for (Demo.Participant participant : demo.participants()) {
            JsonNode client = realm(participant).at("/clients/0");
            Demo.IdentityProvider provider = participant.identityProvider();
            boolean openId = provider.protocol() == Demo.Protocol.OIDC;
            assertEquals(openId ? "openid-connect" : "saml", text(client, "protocol"));
            assertEquals(openId ? provider.clientId() : "${KEYCLOAK_URL}/realms/simpul", text(client, "clientId"));
            assertEquals(
                    "${KEYCLOAK_URL}/realms/simpul/broker/" + participant.alias() + "/endpoint",
                    client.at("/redirectUris/0").asText());
            String claim = openId ? "claim.name" : "attribute.name";
            assertTrue(
                    all(client.get("protocolMappers"))
                            .anyMatch(mapper ->
                                    mapper.at("/config/" + claim).asText().equals(provider.rolesClaim())),
                    participant.alias() + " does not send " + provider.rolesClaim());
        }
    }

    @Test
    void everythingInTheTemplatesIsFilled() {
        realms.forEach((file, realm) -> assertFalse(realm.matches("(?s).*[^$]\\{[a-z]+}.*"), file));
    }

    @Test
    void theHubsRealmKnowsEveryRoleButNoInstitutionAndNobody() throws IOException {
        JsonNode simpul = new ObjectMapper()
                .readTree(HOME.resolve("realm-config/simpul-realm.json").toFile());
        Set<String> roles = names(simpul.at("/roles/realm"), "name");
        demo.participants().forEach(p -> assertTrue(roles.containsAll(p.roles()), p.alias()));
        for (String kept : Set.of("organizations", "identityProviders", "identityProviderMappers")) {
            assertFalse(simpul.has(kept), kept + " are made by the hub from its own records");
        }
        assertEquals(Set.of("service-account-simpul-provisioner"), names(simpul.get("users"), "username"));
    }

    private JsonNode realm(Demo.Participant participant) {
        try {
            return new ObjectMapper().readTree(realms.get(participant.alias() + "-realm.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> people(JsonNode realm) {
        return all(realm.get("users"))
                .collect(Collectors.toMap(
                        u -> text(u, "username") + " " + text(u, "id"),
                        u -> all(u.get("realmRoles")).map(JsonNode::asText).collect(Collectors.joining(" ")),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
    }

    private static Set<String> names(JsonNode array, String field) {
        return all(array).map(node -> text(node, field)).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
