package org.simpul.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invented institutions and people of realm-config/demo.yaml. */
record Demo(List<Participant> participants) {

    /** The password of every demo person, as the realms in realm-config set it; no production realm has one. */
    static final String PASSWORD = "simpul-demo";

    /**
     * @param kind as in the hub's table of roles, for example {@code REPORTING_ENTITY}
     * @param sector what a reporting entity does, for example {@code bank}; else null
     * @param jurisdiction ISO 3166-1 alpha-2
     * @param identityProvider the alias of the institution's own realm, or null when its people sign in directly
     * @param roles the roles that its people may hold
     */
    record Participant(
            String alias,
            String name,
            String kind,
            @Nullable String sector,
            String jurisdiction,
            @Nullable String identityProvider,
            List<String> roles,
            List<Person> people) {}

    record Person(String login, String role) {}

    static Demo load(Path home) {
        Path file = home.resolve("realm-config").resolve("demo.yaml");
        try {
            return new ObjectMapper(new YAMLFactory())
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .readValue(file.toFile(), Demo.class);
        } catch (IOException e) {
            throw new LaunchFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    List<Person> people() {
        return participants.stream().flatMap(p -> p.people().stream()).toList();
    }

    /** The institution of a person; an unknown login is answered with the list of those that exist. */
    Participant participantOf(String login) {
        return participants.stream()
                .filter(p ->
                        p.people().stream().anyMatch(person -> person.login().equals(login)))
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("Nobody in the demo is called " + login + ". There are: "
                        + String.join(", ", people().stream().map(Person::login).toList())));
    }
}
