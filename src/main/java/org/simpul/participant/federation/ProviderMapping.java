package org.simpul.participant.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.simpul.participant.federation.IdentityProvider.Protocol;

/**
 * An identity provider as Keycloak brokers it: no linking, nothing but what the institution signs, the user name
 * {@code <alias>:<subject>}, and the roles of the allow-list alone, taken anew at each sign-in. What was sent beyond is
 * passed on as an attribute, so that the hub can refuse it and write it down.
 *
 * @param mappers each with a name of its own
 */
record ProviderMapping(IdentityProviderRepresentation provider, List<IdentityProviderMapperRepresentation> mappers) {
    private static final String LOGIN_CLAIM = "preferred_username";

    /** @param issuer of the hub's realm, which is its entity id in SAML too */
    static ProviderMapping of(Membership member, ProviderMetadata metadata, String issuer) {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(member.alias());
        provider.setDisplayName(member.name());
        provider.setEnabled(true);
        provider.setTrustEmail(false);
        provider.setStoreToken(false);
        provider.setAddReadTokenRoleOnCreate(false);
        provider.setLinkOnly(false);
        // who only tries its sign-in is nobody's to see
        provider.setHideOnLogin(member.standing() == Membership.Standing.TRIED);
        provider.setFirstBrokerLoginFlowAlias("simpul first broker login");
        provider.setPostBrokerLoginFlowAlias("simpul post broker login");
        if (metadata instanceof ProviderMetadata.OpenId openId) {
            provider.setProviderId("oidc");
            provider.setConfig(config(openId, member.provider()));
        } else if (metadata instanceof ProviderMetadata.Saml saml) {
            provider.setProviderId("saml");
            provider.setConfig(config(saml, issuer));
        }
        return new ProviderMapping(provider, mappers(member));
    }

    private static Map<String, String> config(ProviderMetadata.OpenId metadata, IdentityProvider provider) {
        Map<String, String> config = new TreeMap<>(Map.of(
                "issuer", metadata.name(),
                "authorizationUrl", metadata.authorizationUrl(),
                "tokenUrl", metadata.tokenUrl(),
                "jwksUrl", metadata.keysUrl(),
                "useJwksUrl", "true",
                "validateSignature", "true",
                "clientId", provider.clientId(),
                "syncMode", "FORCE"));
        // the hub's realm proves itself by its own keys: neither side keeps a secret of the other
        config.put("clientAuthMethod", "private_key_jwt");
        config.put("clientAssertionSigningAlg", "RS256");
        // Entra ID finds the certificate by its thumbprint alone; others pass the header over
        config.put("jwtX509HeadersEnabled", "true");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("defaultScope", "openid");
        config.put("disableUserInfo", "true");
        config.put("backchannelSupported", "false");
        if (metadata.logoutUrl() != null) {
            config.put("logoutUrl", metadata.logoutUrl());
        }
        return config;
    }

    private static Map<String, String> config(ProviderMetadata.Saml metadata, String issuer) {
        String post = String.valueOf(metadata.post());
        Map<String, String> config = new TreeMap<>(Map.of(
                "entityId",
                issuer,
                "idpEntityId",
                metadata.name(),
                "singleSignOnServiceUrl",
                metadata.signOnUrl(),
                "nameIDPolicyFormat",
                "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                "principalType",
                "SUBJECT",
                "postBindingResponse",
                "true",
                "postBindingAuthnRequest",
                post,
                "postBindingLogout",
                post,
                "validateSignature",
                "true",
                "syncMode",
                "FORCE"));
        config.put("wantAuthnRequestsSigned", "true");
        config.put("wantAssertionsSigned", "true");
        config.put("signatureAlgorithm", "RSA_SHA256");
        config.put("xmlSigKeyInfoKeyNameTransformer", "KEY_ID");
        config.put("allowCreate", "true");
        config.put("backchannelSupported", "false");
        if (metadata.logoutUrl() != null) {
            config.put("singleLogoutServiceUrl", metadata.logoutUrl());
        }
        // the very keys that were approved; others come by an amendment
        config.put("useMetadataDescriptorUrl", "false");
        config.put("signingCertificate", String.join(",", metadata.certificates()));
        return config;
    }

    private static List<IdentityProviderMapperRepresentation> mappers(Membership member) {
        IdentityProvider provider = member.provider();
        boolean oidc = provider.protocol() == Protocol.OIDC;
        List<IdentityProviderMapperRepresentation> mappers = new ArrayList<>();
        mappers.add(mapper(
                member,
                "user name",
                oidc ? "oidc-username-idp-mapper" : "saml-username-idp-mapper",
                Map.of("template", oidc ? "${ALIAS}:${CLAIM.sub}" : "${ALIAS}:${NAMEID}", "target", "LOCAL")));
        mappers.add(mapper(
                member,
                "login at the institution",
                oidc ? "oidc-user-attribute-idp-mapper" : "saml-user-attribute-idp-mapper",
                Map.of(oidc ? "claim" : "attribute.name", LOGIN_CLAIM, "user.attribute", "institution_login")));
        mappers.add(mapper(
                member,
                "roles as sent",
                oidc ? "oidc-user-attribute-idp-mapper" : "saml-user-attribute-idp-mapper",
                Map.of(oidc ? "claim" : "attribute.name", provider.rolesClaim(), "user.attribute", "roles_as_sent")));
        for (String role : member.roles()) {
            mappers.add(mapper(
                    member,
                    role,
                    oidc ? "oidc-role-idp-mapper" : "saml-role-idp-mapper",
                    oidc
                            ? Map.of("claim", provider.rolesClaim(), "claim.value", role, "role", role)
                            : Map.of("attribute.name", provider.rolesClaim(), "attribute.value", role, "role", role)));
        }
        return mappers;
    }

    private static IdentityProviderMapperRepresentation mapper(
            Membership member, String name, String type, Map<String, String> config) {
        Map<String, String> all = new TreeMap<>(config);
        all.put("syncMode", "FORCE");
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setName(name);
        mapper.setIdentityProviderAlias(member.alias());
        mapper.setIdentityProviderMapper(type);
        mapper.setConfig(all);
        return mapper;
    }
}
