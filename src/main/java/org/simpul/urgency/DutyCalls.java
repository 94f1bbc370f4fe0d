package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;

/**
 * Calls people of the current caller's institution for a P1: whoever is on duty, the next after a while without an
 * answer, and in the end everybody who may act. With nobody on duty, everybody at once.
 */
@ApplicationScoped
@Transactional
public class DutyCalls {
    private final CurrentCaller current;
    private final DutyCallRepository repository;
    private final DutyRosterRepository rosters;
    private final PeopleDirectory people;
    private final Notifications notifications;
    private final UrgencyConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    DutyCalls(
            CurrentCaller current,
            DutyCallRepository repository,
            DutyRosterRepository rosters,
            PeopleDirectory people,
            Notifications notifications,
            UrgencyConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.repository = repository;
        this.rosters = rosters;
        this.people = people;
        this.notifications = notifications;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins to call, also where somebody answered before; while a call for the object is open, nothing changes. */
    public void open(Permission permission, String objectKind, UUID objectId) {
        open(permission, objectKind, objectId, true);
    }

    /** Begins to call where nobody was called before: what is told twice calls nobody again. */
    public void openOnce(Permission permission, String objectKind, UUID objectId) {
        open(permission, objectKind, objectId, false);
    }

    private void open(Permission permission, String objectKind, UUID objectId, boolean again) {
        UUID owner = current.get().participantId();
        Optional<DutyCall> known = repository.lock(owner, objectKind, objectId);
        if (known.isPresent() && (!again || known.get().isOpen())) {
            return;
        }
        DutyCall call = known.orElseGet(() -> call(owner, permission, objectKind, objectId));
        call.begin(clock.instant());
        repository.persist(call);
        ring(call);
    }

    /** Somebody has taken it up; without an open call, nothing changes. */
    public void acknowledge(String objectKind, UUID objectId) {
        repository
                .lock(current.get().participantId(), objectKind, objectId)
                .filter(DutyCall::isOpen)
                .ifPresent(call -> {
                    call.answered(current.get().personId(), clock.instant());
                    audit.record(UrgencyAct.DUTY_ACKNOWLEDGED, audited(call));
                });
    }

    /** The same apart from what the caller's transaction comes to. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @NotAudited("a call that is still open is recorded; mostly there is none")
    public void acknowledgeApart(String objectKind, UUID objectId) {
        acknowledge(objectKind, objectId);
    }

    /** Calls that go further now. */
    @NotAudited("looks for what is due; each is recorded when it goes further")
    List<UUID> due() {
        return repository.due(current.get().participantId(), clock.instant());
    }

    /** Goes one step further with a call that is due. */
    void escalate(UUID id) {
        repository.lockDue(current.get().participantId(), id, clock.instant()).ifPresent(call -> ring(call));
    }

    private void ring(DutyCall call) {
        Instant now = clock.instant();
        Instant all = call.openedAt.plus(config.allAfter());
        List<UUID> onDuty = able(call, rosters.onDuty(call.owner, now));
        Optional<UUID> next = call.next(onDuty);
        if (!now.isBefore(all) || (onDuty.isEmpty() && call.called.length == 0)) {
            call.callsAll(now);
            tell(call, null);
            audit.record(UrgencyAct.DUTY_ALL_CALLED, audited(call));
        } else if (next.isPresent()) {
            Instant again = now.plus(config.nextAfter());
            call.calls(next.get(), again.isBefore(all) ? again : all);
            tell(call, next.get());
            audit.record(UrgencyAct.DUTY_PERSON_CALLED, audited(call));
        } else {
            // a shift may begin meanwhile
            Instant again = now.plus(config.nextAfter());
            call.nextAt = again.isBefore(all) ? again : all;
        }
    }

    private void tell(DutyCall call, @Nullable UUID person) {
        notifications.put(new Notification(call.owner, person, call.permission, call.objectKind, call.objectId, true));
    }

    /** Without whoever was switched off since, or may not act on it any more. */
    private List<UUID> able(DutyCall call, List<UUID> onDuty) {
        ParticipantKind kind = current.get().kind();
        return onDuty.stream()
                .filter(person -> people.roles(call.owner, person).stream()
                        .anyMatch(role -> role.permissions(kind).contains(call.permission)))
                .toList();
    }

    private static DutyCall call(UUID owner, Permission permission, String objectKind, UUID objectId) {
        DutyCall call = new DutyCall();
        call.id = Ids.next();
        call.owner = owner;
        call.objectKind = objectKind;
        call.objectId = objectId;
        call.permission = permission;
        return call;
    }

    private static AuditedObject audited(DutyCall call) {
        return new AuditedObject("DUTY_CALL", call.id, call.owner);
    }
}
