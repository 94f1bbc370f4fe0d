package org.simpul.participant.federation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the hub takes from an identity provider's metadata; everything else in them is passed over. */
public sealed interface ProviderMetadata {

    /** @return who the provider says it is: the issuer, or the entity id */
    String name();

    /** @return where people's browsers and Keycloak are sent */
    List<String> addresses();

    /** @return certificates that sign for it, in Base64; none for OpenID Connect, whose keys are at an address */
    List<String> certificates();

    /**
     * An OpenID provider (OpenID Connect Discovery 1.0, section 3).
     *
     * @param name the issuer
     */
    record OpenId(String name, String authorizationUrl, String tokenUrl, String keysUrl, @Nullable String logoutUrl)
            implements ProviderMetadata {
        @Override
        public List<String> addresses() {
            return Stream.of(authorizationUrl, tokenUrl, keysUrl, logoutUrl)
                    .filter(Objects::nonNull)
                    .toList();
        }

        @Override
        public List<String> certificates() {
            return List.of();
        }
    }

    /**
     * A SAML 2.0 identity provider (SAML metadata, section 2.4.3).
     *
     * @param name the entity id
     * @param post whether requests go to it by HTTP-POST; else by HTTP-Redirect
     */
    record Saml(String name, String signOnUrl, @Nullable String logoutUrl, boolean post, List<String> certificates)
            implements ProviderMetadata {
        @Override
        public List<String> addresses() {
            return Stream.of(signOnUrl, logoutUrl).filter(Objects::nonNull).toList();
        }
    }
}
