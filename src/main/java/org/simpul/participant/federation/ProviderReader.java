package org.simpul.participant.federation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.simpul.participant.federation.IdentityProvider.Protocol;

/** Reads identity providers' metadata, fetched from their address or as they were handed in. */
@ApplicationScoped
public class ProviderReader {
    private final String issuer;
    private final MetadataSource source;
    private final OpenIdMetadata openId;
    private final SamlMetadata saml;

    ProviderReader(
            @ConfigProperty(name = "hub.issuer") String issuer,
            MetadataSource source,
            OpenIdMetadata openId,
            SamlMetadata saml) {
        this.issuer = issuer;
        this.source = source;
        this.openId = openId;
        this.saml = saml;
    }

    /**
     * Looks at a newcomer's provider: its metadata can be had, they prove to be those of the agreement, it signs, and
     * nothing in them leads inside.
     *
     * @return the provider with its metadata as they were seen, which is what is approved and what Keycloak gets
     */
    public IdentityProvider check(IdentityProvider provider) throws MetadataRefused {
        String document = document(provider);
        if (provider.protocol() == Protocol.SAML) {
            saml.requireProven(document, provider.fingerprint());
        } else if (provider.metadataUrl() == null || provider.fingerprint() != null) {
            requireFingerprint(document, provider);
        }
        return looked(provider, document);
    }

    /** As {@link #check} for a first member, whose provider the operator vouches for by the file of the founding. */
    public IdentityProvider trust(IdentityProvider provider) throws MetadataRefused {
        return looked(provider, document(provider));
    }

    private IdentityProvider looked(IdentityProvider provider, String document) throws MetadataRefused {
        IdentityProvider seen = provider.withMetadata(document);
        ProviderMetadata metadata = read(seen);
        if (metadata.name().equals(issuer)) {
            throw new MetadataRefused("provider_of_another");
        }
        if (metadata instanceof ProviderMetadata.OpenId found && provider.metadataUrl() != null) {
            OpenIdMetadata.requireOwnIssuer(found, provider.metadataUrl());
        }
        for (String address : metadata.addresses()) {
            source.requirePublic(address);
        }
        if (metadata instanceof ProviderMetadata.OpenId found) {
            openId.requireSigning(source.fetch(found.keysUrl()));
        }
        return seen;
    }

    /** What the metadata say that were seen; asks nobody. */
    public ProviderMetadata read(IdentityProvider provider) throws MetadataRefused {
        return provider.protocol() == Protocol.OIDC ? openId.read(provider.metadata()) : saml.read(provider.metadata());
    }

    private static void requireFingerprint(String document, IdentityProvider provider) throws MetadataRefused {
        if (provider.fingerprint() == null) {
            throw new MetadataRefused("metadata_unsigned");
        }
        if (!Fingerprints.of(document).equals(provider.fingerprint())) {
            throw new MetadataRefused("fingerprint_differs");
        }
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
