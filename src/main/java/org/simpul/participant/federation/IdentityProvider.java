package org.simpul.participant.federation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an institution's people sign in: the institution's own identity provider, told by its metadata. No secret is kept:
 * the hub's realm proves itself to the provider with its own keys (private_key_jwt, signed requests).
 *
 * @param metadataUrl where an OpenID provider has its discovery document, or a SAML provider its entity descriptor;
 *     null when the document itself is given
 * @param metadata the document itself, for a provider that can't be reached from the hub
 * @param clientId what the institution calls the hub (OpenID Connect); null for SAML
 * @param rolesClaim claim of the ID token, or SAML attribute, that holds the names of the hub's roles
 * @param fingerprint SHA-256 in hexadecimal of the certificate that signs the metadata, or of the document itself, as
 *     the agreement has it; what is fetched over TLS may go without
 */
public record IdentityProvider(
        @NotNull Protocol protocol,
        @Nullable
                @Size(max = 500)
                @Pattern(regexp = "https?://[^\\s#]+")
                @Schema(example = "https://login.bank.example/.well-known/openid-configuration")
                String metadataUrl,
        @Nullable @Size(max = 1_000_000) String metadata,
        @Nullable @Pattern(regexp = "[!-~]{1,255}") @Schema(example = "simpul") String clientId,
        @NotNull @Pattern(regexp = "[A-Za-z0-9_./:-]{1,255}") @Schema(example = "simpul_roles") String rolesClaim,
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String fingerprint) {

    /** What the provider speaks. */
    public enum Protocol {
        OIDC,
        SAML
    }

    /** The same provider with its metadata as the hub saw them, or as they were handed in. */
    public IdentityProvider withMetadata(String document) {
        return new IdentityProvider(protocol, metadataUrl, document, clientId, rolesClaim, fingerprint);
    }
}
