package org.simpul.participant.federation;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.simpul.participant.federation.IdentityProvider.Protocol;

/** Reads identity providers' metadata, fetched from their address or as they were handed in. */
@ApplicationScoped
public class ProviderReader {
    private final MetadataSource source;
    private final OpenIdMetadata openId;
    private final SamlMetadata saml;

    ProviderReader(MetadataSource source, OpenIdMetadata openId, SamlMetadata saml) {
        this.source = source;
        this.openId = openId;
        this.saml = saml;
    }

    /**
     * Looks at a provider as a newcomer's: it can be reached, it proves to be the one of the agreement, and it signs.
     *
     * @return the provider with its metadata as they were seen, which is what is approved and what Keycloak gets
     */
    public IdentityProvider check(IdentityProvider provider) throws MetadataRefused {
        String document = document(provider);
        if (provider.protocol() == Protocol.SAML) {
            saml.requireProven(document, provider.fingerprint());
        }
        read(provider.protocol(), document, provider.metadataUrl());
        return provider.withMetadata(document);
    }

    /** What its metadata say: as they were seen when it was checked, or fetched anew for a first member. */
    public ProviderMetadata read(IdentityProvider provider) throws MetadataRefused {
        return read(provider.protocol(), provider.metadata() == null ? document(provider) : provider.metadata(), null);
    }

    private ProviderMetadata read(Protocol protocol, String document, @Nullable String url) throws MetadataRefused {
        return protocol == Protocol.OIDC ? openId.read(document, url) : saml.read(document);
    }

    private String document(IdentityProvider provider) throws MetadataRefused {
        if (provider.metadataUrl() != null) {
            return source.fetch(provider.metadataUrl());
        }
        if (provider.metadata() == null) {
            throw new MetadataRefused("no_metadata");
        }
        return provider.metadata();
    }
}
