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

    /** The password of every demo person at their own institution; Simpul's realm has none. */
    static final String PASSWORD = "simpul-demo";

    /**
     * @param kind as in the hub's table of roles, for example {@code REPORTING_ENTITY}
     * @param sector what a reporting entity does, for example {@code bank}; else null
     * @param jurisdiction ISO 3166-1 alpha-2
     * @param identityProvider where the institution's people sign in; here a realm of its own, called like the alias
     * @param roles the roles that its people may hold
     */
    record Participant(
            String alias,
            String name,
            String kind,
            @Nullable String sector,
            String jurisdiction,
            IdentityProvider identityProvider,
            List<String> roles,
            List<Person> people) {}

    enum Protocol {
        OIDC,
        SAML
    }

    /**
     * What the hub has to know about an institution's own sign-in.
     *
     * @param metadataUrl of the OpenID provider or the SAML descriptor, with {@code ${KEYCLOAK_URL}} unfilled
     * @param clientId as what the hub is known at an OpenID provider; null for SAML
     * @param rolesClaim claim or attribute that carries the person's roles in Simpul
     */
    record IdentityProvider(Protocol protocol, String metadataUrl, @Nullable String clientId, String rolesClaim) {}

    record Person(String login, String role) {}

    static Path file(Path home) {
        return home.resolve("realm-config").resolve("demo.yaml");
    }

    static Demo load(Path home) {
        Path file = file(home);
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
