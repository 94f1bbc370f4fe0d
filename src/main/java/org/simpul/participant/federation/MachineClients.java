package org.simpul.participant.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.simpul.participant.federation.Membership.Machine;
import org.simpul.participant.federation.Membership.Standing;

/** Machine clients in Keycloak: service accounts that prove themselves by a key (private_key_jwt, RFC 7523). */
@ApplicationScoped
class MachineClients {

    void bringInLine(RealmResource realm, OrganizationResource organization, Membership member) {
        for (Machine machine : member.machines()) {
            Optional<ClientRepresentation> there =
                    realm.clients().findByClientId(machine.clientId()).stream().findFirst();
            if (machine.revoked() || member.standing() == Standing.GONE) {
                there.ifPresent(client -> realm.clients().get(client.getId()).remove());
            } else {
                open(realm, organization, machine, there, member);
            }
        }
    }

    private static void open(
            RealmResource realm,
            OrganizationResource organization,
            Machine machine,
            Optional<ClientRepresentation> there,
            Membership member) {
        ClientRepresentation wanted = client(machine, member);
        // closed until its organization is there
        wanted.setEnabled(false);
        if (there.isEmpty()) {
            KeycloakRealm.requireDone(realm.clients().create(wanted));
        }
        String id = realm.clients().findByClientId(machine.clientId()).get(0).getId();
        ClientResource client = realm.clients().get(id);
        map(client.getProtocolMappers(), wanted.getProtocolMappers());
        String account = client.getServiceAccountUser().getId();
        if (!isMember(organization, account)) {
            KeycloakRealm.requireDone(organization.members().addMember(account));
        }
        wanted.setId(id);
        wanted.setEnabled(member.standing() == Standing.OPEN);
        client.update(wanted);
    }

    private static boolean isMember(OrganizationResource organization, String account) {
        try {
            organization.members().member(account).toRepresentation();
            return true;
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
                return false;
            }
            throw e;
        }
    }

    private static void map(ProtocolMappersResource mappers, List<ProtocolMapperRepresentation> wanted) {
        Map<String, ProtocolMapperRepresentation> there = mappers.getMappers().stream()
                .collect(Collectors.toMap(ProtocolMapperRepresentation::getName, mapper -> mapper));
        for (ProtocolMapperRepresentation mapper : wanted) {
            ProtocolMapperRepresentation same = there.get(mapper.getName());
            if (same == null) {
                KeycloakRealm.requireDone(mappers.createMapper(mapper));
            } else if (!same.getConfig()
                    .entrySet()
                    .containsAll(mapper.getConfig().entrySet())) {
                mapper.setId(same.getId());
                mappers.update(same.getId(), mapper);
            }
        }
    }

    private static ClientRepresentation client(Machine machine, Membership member) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(machine.clientId());
        client.setName(machine.name());
        client.setProtocol("openid-connect");
        client.setPublicClient(false);
        client.setClientAuthenticatorType("client-jwt");
        client.setServiceAccountsEnabled(true);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setFullScopeAllowed(false);
        client.setRedirectUris(List.of());
        client.setDefaultClientScopes(List.of("basic", "organization"));
        client.setOptionalClientScopes(List.of());
        client.setAttributes(Map.of(
                "use.jwks.string", "true",
                "use.jwks.url", "false",
                "jwks.string", machine.keys(),
                // chooses the client policy of the realm
                "simpul.machine", "true"));
        client.setProtocolMappers(List.of(
                mapper(
                        "audience hub-api",
                        "oidc-audience-mapper",
                        Map.of("included.custom.audience", "hub-api", "access.token.claim", "true")),
                // granting a realm role would take the right to manage the realm
                mapper(
                        "roles as groups",
                        "oidc-hardcoded-claim-mapper",
                        Map.of(
                                "claim.name", "groups",
                                "claim.value", roles(machine, member),
                                "jsonType.label", "JSON",
                                "access.token.claim", "true",
                                "id.token.claim", "false")),
                mapper(
                        "user name",
                        "oidc-usermodel-attribute-mapper",
                        Map.of(
                                "user.attribute", "username",
                                "claim.name", "preferred_username",
                                "jsonType.label", "String",
                                "access.token.claim", "true",
                                "id.token.claim", "false"))));
        return client;
    }

    /** A JSON list of names that are letters and hyphens alone. */
    private static String roles(Machine machine, Membership member) {
        return machine.roles().stream()
                .filter(member.roles()::contains)
                .map(role -> '"' + role + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static ProtocolMapperRepresentation mapper(String name, String type, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(type);
        mapper.setConfig(config);
        return mapper;
    }
}
