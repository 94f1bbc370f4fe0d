package org.simpul.participant.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;

/** Reads an OpenID provider's discovery document. */
@ApplicationScoped
class OpenIdMetadata {
    private final ObjectMapper json;

    OpenIdMetadata(ObjectMapper json) {
        this.json = json;
    }

    /** @throws MetadataRefused when it is no discovery document */
    ProviderMetadata.OpenId read(String document) throws MetadataRefused {
        JsonNode root = tree(document);
        return new ProviderMetadata.OpenId(
                text(root, "issuer"),
                text(root, "authorization_endpoint"),
                text(root, "token_endpoint"),
                text(root, "jwks_uri"),
                root.hasNonNull("end_session_endpoint") ? text(root, "end_session_endpoint") : null);
    }

    /**
     * A document speaks for the issuer whose address it is at (OpenID Connect Discovery 1.0, section 4.3): else anybody
     * could speak for any.
     */
    static void requireOwnIssuer(ProviderMetadata.OpenId metadata, String url) throws MetadataRefused {
        if (!url.equals(metadata.name().replaceFirst("/$", "") + "/.well-known/openid-configuration")) {
            throw new MetadataRefused("issuer_differs");
        }
    }

    /** @param keys a JSON Web Key Set (RFC 7517) */
    void requireSigning(String keys) throws MetadataRefused {
        boolean signs = StreamSupport.stream(tree(keys).path("keys").spliterator(), false)
                .filter(key -> key.path("kty").asText().equals("RSA")
                        || key.path("kty").asText().equals("EC"))
                .anyMatch(key -> !key.has("use") || key.get("use").asText().equals("sig"));
        if (!signs) {
            throw new MetadataRefused("no_signing_key");
        }
    }

    private static String text(JsonNode root, String field) throws MetadataRefused {
        JsonNode value = root.get(field);
        if (value == null || !value.isTextual()) {
            throw new MetadataRefused("metadata_unreadable");
        }
        return value.asText();
    }

    private JsonNode tree(String document) throws MetadataRefused {
        try {
            JsonNode root = json.readTree(document);
            if (root == null || !root.isObject()) {
                throw new MetadataRefused("metadata_unreadable");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new MetadataRefused("metadata_unreadable");
        }
    }
}
