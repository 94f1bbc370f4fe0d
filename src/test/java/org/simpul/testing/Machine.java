package org.simpul.testing;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.simpul.access.Role;
import org.simpul.testing.Institutions.Institution;

import static io.restassured.RestAssured.given;

/**
 * A system that acts for an institution, as its administrator registered it.
 *
 * @param roles as its token says
 */
public record Machine(String id, String clientId, String organization, List<String> roles) {
    private static final PublicJsonWebKey RSA = rsa();

    public static Machine of(Institution institution, Role... roles) {
        List<String> names = Arrays.stream(roles).map(Role::text).toList();
        ValidatableResponse registered = register(
                institution.person(Role.PARTICIPANT_ADMIN),
                Map.of("name", "Core system", "roles", names, "keys", keys(rsaKey("k1"))));
        return new Machine(
                registered.statusCode(201).extract().path("id"),
                registered.extract().path("client_id"),
                institution.alias(),
                names);
    }

    public static ValidatableResponse register(Person administrator, Map<String, Object> form) {
        return HubTest.as(administrator)
                .body(form)
                .post("/api/v1/machine-clients")
                .then();
    }

    public Machine with(List<String> others) {
        return new Machine(id, clientId, organization, others);
    }

    public Machine at(Institution other) {
        return new Machine(id, clientId, other.alias(), roles);
    }

    /** A request of the machine, in JSON. */
    public RequestSpecification asks() {
        return asks(Map.of());
    }

    /** @param claims that its token has besides */
    public RequestSpecification asks(Map<String, Object> claims) {
        var token = Tokens.builder(new Person(clientId, "", organization, roles), Tokens.LIFE)
                .subject("sub-of-" + clientId)
                .preferredUserName("service-account-" + clientId)
                .claim("azp", clientId);
        List.of("identity_provider", "institution_login", "acr", "auth_time", "loa")
                .forEach(token::remove);
        claims.forEach(token::claim);
        return given().auth().oauth2(token.sign()).contentType(ContentType.JSON).accept("application/json");
    }

    public static Map<String, Object> keys(Object... keys) {
        return Map.of("keys", List.of(keys));
    }

    /** A public key of 2048 bits, the same one under every kid. */
    public static Map<String, Object> rsaKey(String kid) {
        return told(RSA, kid, "PS256", OutputControlLevel.PUBLIC_ONLY);
    }

    public static Map<String, Object> ecKey(String kid) {
        return told(ec(), kid, "ES256", OutputControlLevel.PUBLIC_ONLY);
    }

    /** What must never be sent: with its private members. */
    public static Map<String, Object> keyPair(String kid) {
        return told(RSA, kid, "PS256", OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static Map<String, Object> told(
            PublicJsonWebKey key, String kid, String algorithm, OutputControlLevel how) {
        Map<String, Object> members = key.toParams(how);
        members.put("kid", kid);
        members.put("alg", algorithm);
        members.put("use", "sig");
        return members;
    }

    private static PublicJsonWebKey rsa() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey ec() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
