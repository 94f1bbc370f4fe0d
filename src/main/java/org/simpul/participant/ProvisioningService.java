package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.simpul.audit.AuditLog;
import org.simpul.participant.federation.KeycloakRealm;
import org.simpul.participant.federation.Membership;
import org.simpul.participant.federation.Membership.Machine;
import org.simpul.participant.federation.Membership.Standing;
import org.simpul.participant.federation.MetadataRefused;

/** Brings Keycloak in line with the records, one institution in a transaction; a run that fails leaves it to the next. */
@ApplicationScoped
class ProvisioningService {
    private final ParticipantRepository repository;
    private final MachineClientRepository machines;
    private final KeycloakRealm realm;
    private final AuditLog audit;

    ProvisioningService(
            ParticipantRepository repository, MachineClientRepository machines, KeycloakRealm realm, AuditLog audit) {
        this.repository = repository;
        this.machines = machines;
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
            realm.bringInLine(membership(member, acting));
        } catch (MetadataRefused e) {
            throw new IllegalStateException("the metadata of " + member.alias + " can't be had: " + e.code(), e);
        }
        repository.provisioned(id, member.revision);
        acting.forEach(machines::provisioned);
        audit.record(ParticipantAct.PARTICIPANT_PROVISIONED, ParticipantService.audited(member));
    }

    private Membership membership(Participant member, List<MachineClient> acting) {
        return new Membership(
                member.alias,
                member.name,
                switch (member.status) {
                    case APPLIED, ADMITTED -> Standing.OPEN;
                    case SUSPENDED -> Standing.CLOSED;
                    case LEFT -> Standing.GONE;
                },
                Set.of(member.allowedRoles),
                repository.provider(member.id).orElse(null),
                acting.stream().map(ProvisioningService::machine).toList());
    }

    private static Machine machine(MachineClient client) {
        return new Machine(client.clientId, client.name, List.of(client.roles), client.keys, client.isRevoked());
    }
}
