package org.simpul.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;

/** Machines of one institution. */
@ApplicationScoped
class MachineClientRepository implements PanacheRepositoryBase<MachineClient, UUID> {

    List<MachineClient> newest(UUID owner, PageRequest page) {
        return find("owner = ?1 and id < ?2 order by id desc", owner, page.before())
                .range(0, page.size())
                .list();
    }

    Optional<MachineClient> find(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** The same, held until the transaction ends. */
    Optional<MachineClient> hold(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** With somebody of the institution that the machine acts as, and who is no human. */
    void add(MachineClient machine) {
        call("select cast(simpul_add_machine(?1, ?2) as text)", machine.id, machine.clientId);
        persist(machine);
        flush();
    }

    /** At once and for good. */
    void revoke(MachineClient machine) {
        call("select cast(simpul_revoke_machine(?1) as text)", machine.id);
        getEntityManager().refresh(machine);
    }

    /** All of an institution, for the operator's provisioning. */
    List<MachineClient> of(UUID owner) {
        return list("owner = ?1 order by id", owner);
    }

    /** Keycloak has been made like this revision. */
    void provisioned(MachineClient machine) {
        call("select cast(simpul_machine_provisioned(?1, ?2) as text)", machine.id, machine.revision);
    }

    private void call(String sql, Object... values) {
        var query = getEntityManager().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.getSingleResult();
    }
}
