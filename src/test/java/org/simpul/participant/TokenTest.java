package org.simpul.participant;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** A token that was not signed for this hub, now, by the realm's key is no token. */
@QuarkusTest
class TokenTest extends HubTest {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Person person = Institutions.bank().person(Role.INVESTIGATOR);
    private final String good = Tokens.of(person);

    private static void requireRefused(String what, String token) {
        given().auth()
                .oauth2(token)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("Content-Type", startsWith("application/problem+json"))
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"));
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same claims under another header, signed otherwise. */
    private String under(String header, Signer signer) throws GeneralSecurityException {
        String content = base64(header) + "." + good.split("\\.")[1];
        return content + "." + BASE64.encodeToString(signer.sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private interface Signer {
        byte[] sign(byte[] content) throws GeneralSecurityException;
    }

    @Test
    void theGoodOneIsTaken() {
        given().auth().oauth2(good).get("/api/v1/me").then().statusCode(200);
    }

    /** Keycloak reads its clock for {@code iat} and, in the next second now and then, for {@code exp}. */
    @Test
    void fiveMinutesAndTheNextSecondAreTaken() {
        long now = System.currentTimeMillis() / 1000;
        given().auth()
                .oauth2(Tokens.builder(person, Tokens.LIFE)
                        .issuedAt(now)
                        .expiresAt(now + 301)
                        .sign())
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void noneIsNoAlgorithm() throws GeneralSecurityException {
        requireRefused("none", under("{\"alg\":\"none\",\"typ\":\"JWT\"}", content -> new byte[0]));
    }

    @Test
    void thePublicKeyIsNoSecret() throws GeneralSecurityException {
        String key = ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey", String.class);
        for (byte[] secret : new byte[][] {
            key.getBytes(StandardCharsets.US_ASCII), Base64.getDecoder().decode(key)
        }) {
            requireRefused("HS256", under("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", content -> {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return mac.doFinal(content);
            }));
        }
    }

    @Test
    void anotherKeyIsRefusedWhateverItCallsItself() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair foreign = generator.generateKeyPair();
        for (String header : new String[] {
            "{\"alg\":\"RS256\",\"typ\":\"JWT\"}",
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"unknown\"}",
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"jku\":\"http://localhost:1/keys\"}"
        }) {
            requireRefused("foreign key", under(header, content -> {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(foreign.getPrivate());
                signature.update(content);
                return signature.sign();
            }));
        }
    }

    @Test
    void anotherRealmAudienceOrTimeIsRefused() {
        long now = System.currentTimeMillis() / 1000;
        Map<String, String> spoilt = new LinkedHashMap<>();
        spoilt.put(
                "realm",
                Tokens.builder(person, Tokens.LIFE)
                        .issuer("https://issuer.test/realms/bank-a")
                        .sign());
        spoilt.put(
                "audience",
                Tokens.builder(person, Tokens.LIFE).audience("another-api").sign());
        spoilt.put(
                "no audience", Tokens.builder(person, Tokens.LIFE).audience("").sign());
        spoilt.put(
                "expired",
                Tokens.builder(person, Tokens.LIFE).expiresAt(now - 60).sign());
        spoilt.put(
                "not yet valid",
                Tokens.builder(person, Tokens.LIFE).claim("nbf", now + 120).sign());
        spoilt.put(
                "too long",
                Tokens.builder(person, Tokens.LIFE)
                        .issuedAt(now)
                        .expiresAt(now + 310)
                        .sign());
        spoilt.put("cut", good.substring(0, good.length() - 3));
        spoilt.put("no token", "x.y.z");
        spoilt.forEach(TokenTest::requireRefused);
    }
}
