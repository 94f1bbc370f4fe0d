package org.simpul.participant.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.MemberRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/**
 * Makes Keycloak like the hub's records, one institution at a time. Each step looks first at what is there, so that a run
 * that was cut off is finished by the next, and a further run changes nothing. What opens comes last, what closes first.
 */
@ApplicationScoped
public class KeycloakRealm {
    static final String REALM = "simpul";
    private static final int PAGE = 100;
    /** What makes a provider another one. */
    private static final List<String> IDENTITY =
            List.of("issuer", "jwksUrl", "tokenUrl", "idpEntityId", "singleSignOnServiceUrl", "signingCertificate");

    private final Keycloak keycloak;
    private final ProviderReader reader;
    private final MachineClients machines;
    private final String issuer;

    KeycloakRealm(
            Keycloak keycloak,
            ProviderReader reader,
            MachineClients machines,
            @ConfigProperty(name = "hub.issuer") String issuer) {
        this.keycloak = keycloak;
        this.reader = reader;
        this.machines = machines;
        this.issuer = issuer;
    }

    /** @throws MetadataRefused when the provider's metadata can't be had */
    public void bringInLine(Membership member) throws MetadataRefused {
        RealmResource realm = keycloak.realm(REALM);
        OrganizationResource organization = organization(realm, member);
        if (member.provider() == null || !member.isOpen()) {
            close(realm, member.alias());
        }
        // a key that was taken back must go whatever becomes of the rest
        machines.bringInLine(realm, organization, member);
        if (member.provider() != null && member.isOpen()) {
            open(realm, organization, member);
        } else {
            signOut(realm, organization);
        }
    }

    private static void signOut(RealmResource realm, OrganizationResource organization) {
        everyMember(organization, person -> realm.users().get(person.getId()).logout());
    }

    private OrganizationResource organization(RealmResource realm, Membership member) {
        OrganizationRepresentation wanted = new OrganizationRepresentation();
        wanted.setAlias(member.alias());
        wanted.setName(member.name());
        wanted.setEnabled(member.standing() != Membership.Standing.GONE);
        String id = organizationId(realm, member.alias()).orElse(null);
        if (id == null) {
            requireDone(realm.organizations().create(wanted));
            id = organizationId(realm, member.alias()).orElseThrow();
        } else {
            wanted.setId(id);
            requireDone(realm.organizations().get(id).update(wanted));
        }
        return realm.organizations().get(id);
    }

    private static Optional<String> organizationId(RealmResource realm, String alias) {
        return all((first, size) -> realm.organizations().list(first, size)).stream()
                .filter(organization -> alias.equals(organization.getAlias()))
                .map(OrganizationRepresentation::getId)
                .findFirst();
    }

    private void open(RealmResource realm, OrganizationResource organization, Membership member)
            throws MetadataRefused {
        ProviderMapping mapping = ProviderMapping.of(member, reader.read(member.provider()), issuer);
        Optional<IdentityProviderRepresentation> present = provider(realm, member.alias());
        if (present.isPresent()
                && !present.get().getProviderId().equals(mapping.provider().getProviderId())) {
            // Keycloak never links: its people would be refused as somebody else's
            close(realm, member.alias());
            everyMember(organization, person -> requireDone(realm.users().delete(person.getId())));
            realm.identityProviders().get(member.alias()).remove();
            present = Optional.empty();
        }
        if (present.isEmpty()) {
            // closed until its mappers are there
            mapping.provider().setEnabled(false);
            requireDone(realm.identityProviders().create(mapping.provider()));
        }
        IdentityProviderResource provider = realm.identityProviders().get(member.alias());
        if (organization.identityProviders().getIdentityProviders().stream()
                .noneMatch(linked -> linked.getAlias().equals(member.alias()))) {
            requireDone(organization.identityProviders().addIdentityProvider(member.alias()));
        }
        takeAwayRoles(realm, organization, provider, member.roles());
        map(provider, mapping.mappers());
        IdentityProviderRepresentation opened = mapping.provider();
        opened.setEnabled(true);
        opened.setInternalId(provider.toRepresentation().getInternalId());
        opened.setOrganizationId(organization.toRepresentation().getId());
        provider.update(opened);
        if (present.isPresent() && speaksOtherwise(present.get().getConfig(), opened.getConfig())) {
            // whoever came through the one before comes again
            signOut(realm, organization);
        }
    }

    private static boolean speaksOtherwise(Map<String, String> before, Map<String, String> now) {
        return IDENTITY.stream().anyMatch(key -> !Objects.equals(before.get(key), now.get(key)));
    }

    private static Optional<IdentityProviderRepresentation> provider(RealmResource realm, String alias) {
        return realm.identityProviders().findAll().stream()
                .filter(provider -> provider.getAlias().equals(alias))
                .findFirst();
    }

    private static void close(RealmResource realm, String alias) {
        provider(realm, alias).ifPresent(provider -> {
            provider.setEnabled(false);
            realm.identityProviders().get(alias).update(provider);
        });
    }

    /** Mappers that are not wanted go, those that differ are written anew, missing ones are added. */
    private static void map(IdentityProviderResource provider, List<IdentityProviderMapperRepresentation> wanted) {
        Map<String, IdentityProviderMapperRepresentation> missing = wanted.stream()
                .collect(Collectors.toMap(IdentityProviderMapperRepresentation::getName, mapper -> mapper));
        for (IdentityProviderMapperRepresentation there : provider.getMappers()) {
            IdentityProviderMapperRepresentation same = missing.remove(there.getName());
            if (same == null) {
                provider.delete(there.getId());
            } else if (!same.getConfig().equals(there.getConfig())
                    || !same.getIdentityProviderMapper().equals(there.getIdentityProviderMapper())) {
                same.setId(there.getId());
                provider.update(there.getId(), same);
            }
        }
        missing.values().forEach(mapper -> requireDone(provider.addMapper(mapper)));
    }

    /**
     * A role whose mapper goes would stay with whoever has it: no later sign-in takes it back. Done before the mapper
     * goes, since that is how a run that was cut off is recognised.
     */
    private static void takeAwayRoles(
            RealmResource realm,
            OrganizationResource organization,
            IdentityProviderResource provider,
            Set<String> allowed) {
        Set<String> lost = provider.getMappers().stream()
                .map(mapper -> mapper.getConfig().get("role"))
                .filter(role -> role != null && !allowed.contains(role))
                .collect(Collectors.toSet());
        if (lost.isEmpty()) {
            return;
        }
        everyMember(organization, person -> {
            RoleScopeResource held = realm.users().get(person.getId()).roles().realmLevel();
            List<RoleRepresentation> gone = held.listAll().stream()
                    .filter(role -> lost.contains(role.getName()))
                    .toList();
            if (!gone.isEmpty()) {
                held.remove(gone);
            }
        });
    }

    private static void everyMember(OrganizationResource organization, Consumer<MemberRepresentation> act) {
        all((first, size) -> organization.members().list(first, size)).forEach(act);
    }

    private static <T> List<T> all(BiFunction<Integer, Integer, List<T>> page) {
        List<T> all = new ArrayList<>();
        List<T> next;
        do {
            next = page.apply(all.size(), PAGE);
            all.addAll(next);
        } while (next.size() == PAGE);
        return all;
    }

    /** Keycloak answers some refusals without an exception. */
    static void requireDone(Response answer) {
        try (answer) {
            if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw new IllegalStateException("Keycloak answers " + answer.getStatus());
            }
        }
    }
}
