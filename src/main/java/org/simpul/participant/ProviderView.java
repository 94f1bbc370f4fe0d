package org.simpul.participant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.participant.federation.Fingerprints;
import org.simpul.participant.federation.IdentityProvider;
import org.simpul.participant.federation.ProviderMetadata;

/**
 * An identity provider, and who its metadata say it is: hold them against the agreement before you approve.
 *
 * @param metadataSha256 of the metadata as the hub has them, which are part of what is approved; null for not yet
 * @param name issuer or entity id
 * @param addresses where people's browsers and Keycloak will be sent
 * @param certificates SHA-256 of the certificates that sign for it; an OpenID provider's keys are at one of the addresses
 */
@Schema(name = "IdentityProvider")
record ProviderView(
        IdentityProvider.Protocol protocol,
        @Nullable String metadataUrl,
        @Nullable String metadataSha256,
        @Nullable String name,
        List<String> addresses,
        List<String> certificates,
        @Nullable String clientId,
        String rolesClaim,
        @Nullable String fingerprint) {

    /** @param metadata null when there are none yet, or they can't be read */
    static ProviderView from(IdentityProvider provider, @Nullable ProviderMetadata metadata) {
        return new ProviderView(
                provider.protocol(),
                provider.metadataUrl(),
                provider.metadata() == null ? null : Fingerprints.of(provider.metadata()),
                metadata == null ? null : metadata.name(),
                metadata == null ? List.of() : metadata.addresses(),
                metadata == null
                        ? List.of()
                        : metadata.certificates().stream()
                                .map(Fingerprints::ofCertificate)
                                .toList(),
                provider.clientId(),
                provider.rolesClaim(),
                provider.fingerprint());
    }
}
