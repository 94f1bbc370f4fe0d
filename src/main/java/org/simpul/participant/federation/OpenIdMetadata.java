package org.simpul.participant.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads an OpenID provider's discovery document and its keys. */
@ApplicationScoped
class OpenIdMetadata {
    private final MetadataSource source;
    private final ObjectMapper json;

    OpenIdMetadata(MetadataSource source, ObjectMapper json) {
        this.source = source;
        this.json = json;
    }

    /**
     * @param url where it was fetched from; null when it was handed in
     * @throws MetadataRefused when it is no discovery document, speaks for another issuer, or nothing signs
     */
    ProviderMetadata.OpenId read(String document, @Nullable String url) throws MetadataRefused {
        JsonNode root = tree(document);
        String issuer = text(root, "issuer");
        // OpenID Connect Discovery 1.0 section 4.3: else anybody could speak for any issuer
        if (url != null && !url.equals(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")) {
            throw new MetadataRefused("issuer_differs");
        }
        source.requirePublic(issuer);
        String keys = address(root, "jwks_uri");
        int signing = signingKeys(source.fetch(keys));
        if (signing == 0) {
            throw new MetadataRefused("no_signing_key");
        }
        JsonNode logout = root.get("end_session_endpoint");
        return new ProviderMetadata.OpenId(
                issuer,
                address(root, "authorization_endpoint"),
                address(root, "token_endpoint"),
                keys,
                logout == null ? null : address(root, "end_session_endpoint"),
                signing);
    }

    private int signingKeys(String document) throws MetadataRefused {
        JsonNode keys = tree(document).path("keys");
        return (int) StreamSupport.stream(keys.spliterator(), false)
                .filter(key -> key.path("kty").asText().equals("RSA")
                        || key.path("kty").asText().equals("EC"))
                .filter(key -> !key.has("use") || key.get("use").asText().equals("sig"))
                .count();
    }

    private String address(JsonNode root, String field) throws MetadataRefused {
        return source.requirePublic(text(root, field)).toString();
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
