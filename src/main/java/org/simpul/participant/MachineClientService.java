package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Role;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.shared.Reference;

/** Systems that act for the institution, each with narrow roles and keys of its own; the {@link Provisioner} makes Keycloak follow. */
@ApplicationScoped
public class MachineClientService {
    private final CurrentCaller current;
    private final MachineClientRepository machines;
    private final ParticipantRepository participants;
    private final AuditLog audit;
    private final InstantSource clock;

    MachineClientService(
            CurrentCaller current,
            MachineClientRepository machines,
            ParticipantRepository participants,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.machines = machines;
        this.participants = participants;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID for a role that no machine, or none of this institution, may have, and for unfit keys */
    @Transactional
    public MachineClientView register(RegisterMachine command) {
        Caller caller = current.get();
        List<String> roles = command.roles().stream().distinct().sorted().toList();
        requireNarrow(command.roles(), participants.findById(caller.participantId()));
        MachineClient machine = new MachineClient();
        machine.id = Ids.next();
        machine.owner = caller.participantId();
        machine.clientId =
                caller.participantAlias() + "." + Reference.random("m").toLowerCase(Locale.ROOT);
        machine.name = command.name().strip();
        machine.roles = roles.toArray(String[]::new);
        machine.keys = PublicKeys.checked(command.keys(), "keys");
        machine.createdBy = caller.person();
        machine.createdAt = clock.instant();
        machines.add(machine);
        changed(ParticipantAct.MACHINE_REGISTERED, machine);
        return MachineClientView.from(machine);
    }

    @Transactional
    public Page<MachineClientView> list(PageRequest page) {
        Page<MachineClient> found =
                Page.of(machines.newest(current.get().participantId(), page), page.size(), machine -> machine.id);
        audit.record(ParticipantAct.MACHINES_LISTED, AuditedObject.list("MACHINE_CLIENT"));
        return found.map(MachineClientView::from);
    }

    @Transactional
    public MachineClientView read(UUID id) {
        MachineClient machine = machines.find(current.get().participantId(), id).orElseThrow(Problem::notFound);
        audit.record(ParticipantAct.MACHINE_READ, audited(machine));
        return MachineClientView.from(machine);
    }

    /**
     * Puts a set of keys in the place of the one before.
     *
     * @param ifMatch entity tag of the machine as it was read
     * @throws Problem VERSION_REQUIRED, VERSION_CHANGED, INVALID for unfit keys, STATE_CONFLICT for a revoked machine
     */
    @Transactional
    public MachineClientView rotate(UUID id, @Nullable String ifMatch, KeySet keys) {
        MachineClient machine = hold(id);
        EntityTags.requireMatch(ifMatch, machine.revision);
        machine.rotate(PublicKeys.checked(keys, ""));
        machines.flush();
        changed(ParticipantAct.MACHINE_KEYS_ROTATED, machine);
        return MachineClientView.from(machine);
    }

    /** Ends it at once and for good; again for a revoked one, and nothing happens. */
    @Transactional
    public MachineClientView revoke(UUID id) {
        MachineClient machine = hold(id);
        if (machine.isRevoked()) {
            audit.record(ParticipantAct.MACHINE_READ, audited(machine));
        } else {
            machines.revoke(machine);
            changed(ParticipantAct.MACHINE_REVOKED, machine);
        }
        return MachineClientView.from(machine);
    }

    private MachineClient hold(UUID id) {
        return machines.hold(current.get().participantId(), id).orElseThrow(Problem::notFound);
    }

    private void changed(ParticipantAct act, MachineClient machine) {
        audit.record(act, audited(machine), "revision " + machine.revision);
    }

    private static void requireNarrow(List<String> roles, Participant owner) {
        Set<String> allowed = Set.of(owner.allowedRoles);
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            Optional<Role> role = Role.of(roles.get(i));
            String field = "roles[" + i + "]";
            if (role.isEmpty()) {
                violations.add(new Violation(field, "unknown_value"));
            } else if (!role.get().isForMachines()) {
                violations.add(new Violation(field, "not_for_machines"));
            } else if (!role.get().countsUnder(owner.kind)
                    || !allowed.contains(role.get().text())) {
                violations.add(new Violation(field, "role_not_allowed"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private static AuditedObject audited(MachineClient machine) {
        return new AuditedObject("MACHINE_CLIENT", machine.id, machine.owner);
    }
}
