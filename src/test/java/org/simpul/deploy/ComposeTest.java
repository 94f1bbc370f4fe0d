package org.simpul.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What can be read off deploy/compose.yaml without a container engine. */
class ComposeTest {
    private static final JsonNode SERVICES = services();
    /** Keycloak fills in what its environment has; ALIAS and CLAIM are words of its mappers. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]*)}");

    @Test
    void everyServiceComesBackAfterACrash() {
        SERVICES.properties()
                .forEach(service -> assertEquals(
                        "unless-stopped", service.getValue().path("restart").asText(), service.getKey()));
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() {
        Set<String> open = new TreeSet<>();
        SERVICES.forEach(service -> service.path("ports").forEach(port -> {
            if (!port.asText().startsWith("127.0.0.1:")) {
                open.add(port.asText());
            }
        }));
        assertEquals(Set.of(), open);
        assertFalse(SERVICES.path("keycloak").path("ports").isEmpty(), "the proxy has to reach Keycloak");
    }

    /** The server that initialises the database listens on its socket alone. */
    @Test
    void theDatabaseIsHealthyWhenItAnswersOverTheNetwork() {
        Set<String> command = new TreeSet<>();
        SERVICES.path("postgres").path("healthcheck").path("test").forEach(word -> command.add(word.asText()));
        assertTrue(command.containsAll(Set.of("pg_isready", "-h", "127.0.0.1")), command::toString);
    }

    @Test
    void keycloakIsGivenWhatTheRealmLeavesOpen() throws IOException {
        Set<String> open = PLACEHOLDER
                .matcher(Files.readString(Path.of("realm-config", "simpul-realm.json")))
                .results()
                .map((match) -> match.group(1))
                .filter(name -> !name.equals("ALIAS"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(open.isEmpty());
        SERVICES.path("keycloak").path("environment").fieldNames().forEachRemaining(open::remove);
        assertEquals(Set.of(), open);
    }

    /** Its file is bound in as it is on the host, 0600: no capability reads it in another's name. */
    @Test
    void theHubRunsAsTheOwnerOfItsKey() {
        JsonNode hub = SERVICES.path("hub");
        assertTrue(
                hub.path("user").asText().startsWith("${SIMPUL_UID:?"),
                hub.path("user").asText());
        assertEquals("never", hub.path("pull_policy").asText());
    }

    @Test
    void theHubIsToldItsProxies() {
        assertTrue(SERVICES.path("hub").path("environment").has("SIMPUL_TRUSTED_PROXIES"));
    }

    private static JsonNode services() {
        try {
            JsonNode services = new YAMLMapper()
                    .readTree(Path.of("deploy", "compose.yaml").toFile())
                    .path("services");
            assertFalse(services.isEmpty());
            return services;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
