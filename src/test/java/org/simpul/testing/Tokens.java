package org.simpul.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens as Keycloak issues them, signed by the key of this run. */
public final class Tokens {
    public static final String ISSUER = "https://issuer.test/realms/simpul";

    public static final Duration LIFE = Duration.ofMinutes(4);

    /** How long a token is used again: to sign one costs more than most requests. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final Map<Person, Signed> KNOWN = new ConcurrentHashMap<>();

    private record Signed(String token, Instant at) {}

    private Tokens() {}

    public static String of(Person person) {
        return KNOWN.compute(
                        person,
                        (same, known) -> known != null && known.at().plus(KEPT).isAfter(Instant.now())
                                ? known
                                : new Signed(of(person, LIFE, "hub-api"), Instant.now()))
                .token();
    }

    /** @param life from now; negative for a token that has expired */
    public static String of(Person person, Duration life, String audience) {
        return builder(person, life).audience(audience).sign();
    }

    /** The token of a person who has not given a second factor. */
    public static String ofOneFactor(Person person) {
        return builder(person, LIFE).claim("acr", "1").sign();
    }

    /** A token of the person that a test spoils further: a second factor was given just now. */
    public static JwtClaimsBuilder builder(Person person, Duration life) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.issuer(ISSUER)
                .subject("sub-of-" + person.subject())
                .preferredUserName(person.nameInTheHub())
                .audience("hub-api")
                .groups(Set.copyOf(person.roles()))
                .claim("institution_login", person.login())
                .claim("organization", List.of(person.organization()))
                .claim("identity_provider", person.organization())
                .claim("azp", "simpul-cli")
                .claim("acr", "2")
                .claim("auth_time", now - 30)
                .claim("loa", Map.of("1", now - 40, "2", now - 30))
                .issuedAt(now - 30)
                .expiresAt(now + life.toSeconds());
    }
}
