package org.simpul.participant.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the hub takes from an identity provider's metadata; everything else in them is passed over. */
public sealed interface ProviderMetadata {

    /** @return who the provider says it is: the issuer, or the entity id */
    String name();

    /**
     * An OpenID provider (OpenID Connect Discovery 1.0, section 3).
     *
     * @param name the issuer
     * @param signingKeys how many keys its tokens can be signed with
     */
    record OpenId(
            String name,
            String authorizationUrl,
            String tokenUrl,
            String keysUrl,
            @Nullable String logoutUrl,
            int signingKeys)
            implements ProviderMetadata {}

    /**
     * A SAML 2.0 identity provider (SAML metadata, section 2.4.3).
     *
     * @param name the entity id
     * @param post whether requests go to it by HTTP-POST; else by HTTP-Redirect
     * @param certificates that sign its assertions, in Base64
     */
    record Saml(String name, String signOnUrl, @Nullable String logoutUrl, boolean post, List<String> certificates)
            implements ProviderMetadata {}
}
