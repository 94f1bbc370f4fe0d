package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a realm is as the hub needs it: held against realm-config/simpul-realm.json where there is but one right
 * answer (flows, policies, the hub's own clients), and against limits elsewhere. Works on what Keycloak exports, which
 * has the shape of what it imports.
 */
final class RealmCheck {

    private final JsonNode reference;

    /** @param home the project's folder, with the realm that is held to be right */
    RealmCheck(Path home) {
        Path file = home.resolve("realm-config").resolve("simpul-realm.json");
        try {
            this.reference = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new LaunchFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** One point of the list; it holds when nothing was found. */
    record Point(String name, List<String> faults) {

        boolean holds() {
            return faults.isEmpty();
        }

        @Override
        public String toString() {
            return holds()
                    ? "ok      " + name
                    : "FAILED  " + name + "\n          " + String.join("\n          ", faults);
        }
    }

    /** All points in the order of the list, whether they hold or not. */
    List<Point> points(RealmState state) {
        return Stream.of(
                        new RealmSettings(reference, state.realm()).points(),
                        new RealmClients(reference, state.realm()).points(),
                        new RealmProviders(state).points())
                .flatMap(List::stream)
                .toList();
    }
}
