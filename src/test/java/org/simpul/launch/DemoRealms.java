package org.simpul.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The demo institutions' own realms, which stand for the sign-in that real institutions bring along. One template for
 * each protocol is filled from demo.yaml; its one role and its one person are repeated for each. What is written
 * {@code ${...}} stays for Keycloak itself.
 */
final class DemoRealms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path templates;

    /** @param home the project's folder */
    DemoRealms(Path home) {
        this.templates = home.resolve("realm-config").resolve("demo");
    }

    /** The realms by the names of the files that Keycloak imports, e.g. {@code bank-a-realm.json}. */
    Map<String, String> files(Demo demo) {
        return demo.participants().stream()
                .collect(Collectors.toMap(p -> p.alias() + "-realm.json", p -> fill(p).toPrettyString()));
    }

    /**
     * A person's id, the same on every machine and in every new start: what an institution's identity provider calls
     * its people does not change either.
     */
    static UUID person(Demo.Participant participant, Demo.Person person) {
        String name = participant.alias() + ":" + person.login();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode fill(Demo.Participant participant) {
        ObjectNode realm = template(participant.identityProvider().protocol());
        var roles =
                participant.roles().stream().map(role -> Map.of("role", role)).toList();
        repeat(realm.at("/roles/realm"), roles);
        repeat(realm.at("/scopeMappings/0/roles"), roles);
        repeat(
                realm.at("/users"),
                participant.people().stream()
                        .map(person -> Map.of(
                                "person", person(participant, person).toString(),
                                "login", person.login(),
                                "role", person.role(),
                                "password", Demo.PASSWORD))
                        .toList());
        return filled(realm, Map.of("alias", participant.alias(), "name", participant.name()));
    }

    private ObjectNode template(Demo.Protocol protocol) {
        Path file = templates.resolve(protocol.name().toLowerCase(Locale.ROOT) + "-institution.json");
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new LaunchFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void repeat(JsonNode array, List<Map<String, String>> each) {
        ArrayNode list = (ArrayNode) array;
        JsonNode pattern = list.remove(0);
        each.forEach(values -> list.add(filled(pattern, values)));
    }

    private static JsonNode filled(JsonNode pattern, Map<String, String> values) {
        String text = pattern.toString();
        for (var value : values.entrySet()) {
            text = text.replace(
                    "{" + value.getKey() + "}",
                    new String(JsonStringEncoder.getInstance().quoteAsString(value.getValue())));
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
