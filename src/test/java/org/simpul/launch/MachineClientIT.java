package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A machine proves itself to the real Keycloak by its keys. */
class MachineClientIT extends InstitutionSteps {
    private static PublicJsonWebKey key(String id, String algorithm) throws JoseException {
        PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(id);
        key.setAlgorithm(algorithm);
        key.setUse("sig");
        return key;
    }

    /** What Keycloak answers to a machine that proves itself by the key (RFC 7523). */
    private HttpResponse<String> proven(String clientId, PublicJsonWebKey key) {
        try {
            JwtClaims claims = new JwtClaims();
            claims.setIssuer(clientId);
            claims.setSubject(clientId);
            claims.setAudience(installation.keycloak() + "/realms/simpul");
            claims.setGeneratedJwtId();
            claims.setIssuedAtToNow();
            claims.setExpirationTimeMinutesInTheFuture(1);
            JsonWebSignature assertion = new JsonWebSignature();
            assertion.setPayload(claims.toJson());
            assertion.setKey(key.getPrivateKey());
            assertion.setKeyIdHeaderValue(key.getKeyId());
            assertion.setAlgorithmHeaderValue(key.getAlgorithm());
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(installation
                                            .keycloak()
                                            .resolve("/realms/simpul/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(Browser.encoded(Map.of(
                                            "grant_type",
                                            "client_credentials",
                                            "client_id",
                                            clientId,
                                            "client_assertion_type",
                                            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                            "client_assertion",
                                            assertion.getCompactSerialization()))))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> eventually(int status, String clientId, PublicJsonWebKey key) {
        return Patience.until(
                () -> proven(clientId, key),
                answer -> answer.statusCode() == status,
                "Keycloak does not come to answer the machine with " + status);
    }

    private HttpResponse<String> ask(String token, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(installation.hub().resolve("/api/v1" + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aMachineProvesItselfByItsKeysAndIsOutAtOnce() throws Exception {
        PublicJsonWebKey old = key("old", AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
        PublicJsonWebKey next = key("next", AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
        Api agus = as("agus");
        JsonNode machine = agus.require(
                        agus.post(
                                "/machine-clients",
                                "{\"name\":\"Core system\",\"roles\":[\"investigator\"],\"keys\":{\"keys\":["
                                        + old.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}}"),
                        201)
                .json();
        String path = "/machine-clients/" + machine.get("id").asText();
        String client = machine.get("client_id").asText();

        String token = new ObjectMapper()
                .readTree(eventually(200, client, old).body())
                .get("access_token")
                .asText();
        JsonNode me = new ObjectMapper().readTree(ask(token, "/me").body());
        assertEquals("bank-a", me.at("/participant/alias").asText());
        assertEquals("[\"investigator\"]", me.get("roles").toString());
        assertEquals(200, ask(token, "/referrals").statusCode());
        assertEquals(403, ask(token, "/people").statusCode());

        assertEquals(400, proven(client, next).statusCode(), "a key that the hub does not know");
        PublicJsonWebKey weak = PublicJsonWebKey.Factory.newPublicJwk(old.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        weak.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        assertEquals(400, proven(client, weak).statusCode(), "RS256");
        ok(
                agus,
                agus.edit(
                        "PUT",
                        path + "/keys",
                        "{\"keys\":[" + old.toJson(OutputControlLevel.PUBLIC_ONLY) + ","
                                + next.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}",
                        path));
        eventually(200, client, next);
        assertEquals(200, proven(client, old).statusCode(), "two keys live at once");
        ok(
                agus,
                agus.edit(
                        "PUT",
                        path + "/keys",
                        "{\"keys\":[" + next.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}",
                        path));
        eventually(400, client, old);

        ok(agus, agus.post(path + "/revocations", null));
        assertEquals(403, ask(token, "/referrals").statusCode(), "at once, with a token that is still good");
        eventually(401, client, next);
    }
}
