package org.simpul.testing;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Access tokens as Keycloak issues them, signed by the key of this run. */
public final class Tokens {
    public static final String ISSUER = "https://issuer.test/realms/simpul";

    private Tokens() {}

    public static String of(Person person) {
        return of(person, Duration.ofMinutes(4), "hub-api");
    }

    /** @param life from now; negative for a token that has expired */
    public static String of(Person person, Duration life, String audience) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.issuer(ISSUER)
                .subject(person.subject())
                .preferredUserName(person.login())
                .audience(audience)
                .groups(Set.copyOf(person.roles()))
                .claim("organization", List.of(person.organization()))
                .claim("azp", "simpul-cli")
                .claim("acr", "1")
                .issuedAt(now - 30)
                .expiresAt(now + life.toSeconds())
                .sign();
    }
}
