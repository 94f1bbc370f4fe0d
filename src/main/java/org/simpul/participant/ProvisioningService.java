package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.AuditLog;
import org.simpul.participant.federation.IdentityProvider;
import org.simpul.participant.federation.KeycloakRealm;
import org.simpul.participant.federation.Membership;
import org.simpul.participant.federation.Membership.Machine;
import org.simpul.participant.federation.Membership.Standing;
import org.simpul.participant.federation.MetadataRefused;
import org.simpul.participant.federation.ProviderReader;

/** Brings Keycloak in line with the records, one institution in a transaction; a run that fails leaves it to the next. */
@ApplicationScoped
class ProvisioningService {
    private final ParticipantRepository repository;
    private final MachineClientRepository machines;
    private final ProviderReader reader;
    private final KeycloakRealm realm;
    private final AuditLog audit;

    ProvisioningService(
            ParticipantRepository repository,
            MachineClientRepository machines,
            ProviderReader reader,
            KeycloakRealm realm,
            AuditLog audit) {
        this.repository = repository;
        this.machines = machines;
        this.reader = reader;
        this.realm = realm;
        this.audit = audit;
    }

    /** @throws IllegalStateException when Keycloak or the institution's metadata can't be had */
    @Transactional
    void provision(UUID id) {
        // one at a time over all instances; the lock goes with the transaction
        repository.queueProvisioning();
        Participant member = repository.findById(id);
        List<MachineClient> acting = machines.of(id);
        try {
            realm.bringInLine(membership(member, provider(member), acting));
        } catch (MetadataRefused e) {
            throw new IllegalStateException("the metadata of " + member.alias + " can't be had: " + e.code(), e);
        }
        repository.provisioned(id, member.revision);
        acting.forEach(machines::provisioned);
        audit.record(ParticipantAct.PARTICIPANT_PROVISIONED, ParticipantService.audited(member));
    }

    /** A first member's metadata are fetched once, and kept: no later answer of their address changes who it is. */
    private @Nullable IdentityProvider provider(Participant member) throws MetadataRefused {
        IdentityProvider provider = repository.provider(member.id).orElse(null);
        if (provider == null || provider.metadata() != null) {
            return provider;
        }
        IdentityProvider seen = reader.trust(provider);
        repository.pin(member.id, seen.metadata());
        return seen;
    }

    private static Membership membership(
            Participant member, @Nullable IdentityProvider provider, List<MachineClient> acting) {
        return new Membership(
                member.alias,
                member.name,
                switch (member.status) {
                    case APPLIED -> Standing.TRIED;
                    case ADMITTED -> Standing.OPEN;
                    case SUSPENDED -> Standing.CLOSED;
                    case LEFT -> Standing.GONE;
                },
                Set.of(member.allowedRoles),
                provider,
                acting.stream().map(ProvisioningService::machine).toList());
    }

    private static Machine machine(MachineClient client) {
        return new Machine(client.clientId, client.name, List.of(client.roles), client.keys, client.isRevoked());
    }
}
