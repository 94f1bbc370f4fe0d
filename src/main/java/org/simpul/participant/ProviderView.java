package org.simpul.participant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.participant.federation.IdentityProvider;

/**
 * An identity provider, without its metadata.
 *
 * @param metadataSeen whether the hub has its metadata, which are part of what is approved
 */
@Schema(name = "IdentityProvider")
record ProviderView(
        IdentityProvider.Protocol protocol,
        @Nullable String metadataUrl,
        boolean metadataSeen,
        @Nullable String clientId,
        String rolesClaim,
        @Nullable String fingerprint) {

    static ProviderView from(IdentityProvider provider) {
        return new ProviderView(
                provider.protocol(),
                provider.metadataUrl(),
                provider.metadata() != null,
                provider.clientId(),
                provider.rolesClaim(),
                provider.fingerprint());
    }
}
