package org.simpul.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.simpul.participant.federation.IdentityProvider;

/**
 * How an applicant's people will sign in.
 *
 * @param metadataUrl of the OpenID discovery document or the SAML entity descriptor; null when the document is handed in
 * @param clientId what the institution calls the hub; for OIDC alone
 * @param rolesClaim claim of the ID token, or SAML attribute, with the names of the hub's roles
 * @param fingerprint SHA-256 (lower-case hexadecimal) of the certificate that signs the metadata, or of the document
 *     itself, as the agreement has it; SAML needs it
 */
record ProviderForm(
        IdentityProvider.@NotNull Protocol protocol,
        @Nullable @Size(max = 500) @Pattern(regexp = "https?://[^\\s#]+") String metadataUrl,
        @Nullable @Pattern(regexp = "[!-~]{1,255}") String clientId,
        @NotNull @Pattern(regexp = "[A-Za-z0-9_./:-]{1,255}") String rolesClaim,
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String fingerprint) {

    IdentityProvider provider(@Nullable String metadata) {
        return new IdentityProvider(protocol, metadataUrl, metadata, clientId, rolesClaim, fingerprint);
    }
}
