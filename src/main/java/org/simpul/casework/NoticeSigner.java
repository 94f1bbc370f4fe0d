package org.simpul.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.subtle.Ed25519Sign;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.simpul.safeguard.KeyedDigest;

/**
 * Signs notices (RFC 7515; Ed25519 by RFC 8037), so that an institution can show outside of the hub what it was told. The
 * key follows from the hub's secret: it is the same on every instance, and stands nowhere else.
 */
@ApplicationScoped
class NoticeSigner {
    private static final String USE = "signature of recall notices";

    private final PublicJsonWebKey key;
    private final ObjectMapper json;

    NoticeSigner(KeyedDigest secret, ObjectMapper json) {
        this.key = key(secret.of(USE, new byte[0]));
        this.json = json;
    }

    private static PublicJsonWebKey key(byte[] seed) {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Map.of(
                    "kty",
                    OctetKeyPairJsonWebKey.KEY_TYPE,
                    "crv",
                    OctetKeyPairJsonWebKey.SUBTYPE_ED25519,
                    "x",
                    base64(pair.getPublicKey()),
                    "d",
                    base64(pair.getPrivateKey())));
            key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
            key.setUse("sig");
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return key;
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException("no key for notices can be made", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @param recipient alias of the institution that is told */
    String sign(RecallNoticeView notice, String recipient) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("typ", "recall-notice+jws");
            jws.setKey(key.getPrivateKey());
            jws.setPayloadCharEncoding(StandardCharsets.UTF_8.name());
            jws.setPayload(json.writeValueAsString(Map.of("recipient", recipient, "notice", told(notice))));
            return jws.getCompactSerialization();
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException("a notice is always JSON, and can be signed", e);
        }
    }

    /** What the hub told; not what the recipient answered since. */
    private static Map<String, Object> told(RecallNoticeView notice) {
        Map<String, Object> told = new HashMap<>();
        told.put("id", notice.id());
        told.put("kind", notice.kind());
        told.put("from", notice.from());
        told.put("originator", notice.originator());
        told.put("dissemination_id", notice.disseminationId());
        told.put("reference", notice.reference());
        told.put("instruction", notice.instruction());
        told.put("recalled_at", notice.recalledAt());
        return told;
    }

    /** @return a JSON Web Key Set (RFC 7517) of the public key */
    Map<String, Object> keys() {
        return Map.of("keys", List.of(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
    }
}
