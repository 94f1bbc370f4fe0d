package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/** Who is on duty at the caller's institution. */
@ApplicationScoped
class DutyRosterService {
    /** What a call asks for: of the FIU the one, of an agency the other. */
    private static final Set<Permission> CALLED =
            Set.of(Permission.REFERRAL_TRIAGE, Permission.DISSEMINATION_ACKNOWLEDGE);

    private final CurrentCaller current;
    private final DutyRosterRepository repository;
    private final PeopleDirectory people;
    private final AuditLog audit;
    private final InstantSource clock;

    DutyRosterService(
            CurrentCaller current,
            DutyRosterRepository repository,
            PeopleDirectory people,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.repository = repository;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    DutyRosterView read() {
        Caller caller = current.get();
        long revision = repository
                .roster(caller.participantId(), LockModeType.NONE)
                .map(roster -> roster.revision)
                .orElse(0L);
        DutyRosterView view = view(caller.participantId(), revision);
        audit.record(UrgencyAct.DUTY_ROSTER_READ, new AuditedObject("DUTY_ROSTER", null, caller.participantId()));
        return view;
    }

    /**
     * @param ifMatch the entity tag that was read, also before the first roster
     * @throws Problem VERSION_REQUIRED, VERSION_CHANGED, INVALID for who is no active colleague, for who could
     *     not answer a call, and for a shift that ends
     *     before it begins
     */
    @Transactional
    DutyRosterView set(@Nullable String ifMatch, SetDutyRoster command) {
        Caller caller = current.get();
        UUID owner = caller.participantId();
        DutyRoster roster =
                repository.roster(owner, LockModeType.PESSIMISTIC_WRITE).orElseGet(() -> first(owner));
        EntityTags.requireMatch(ifMatch, roster.revision);
        Map<String, UUID> known =
                people.active(owner, command.shifts().stream().map(Shift::login).collect(Collectors.toSet()));
        check(caller, command.shifts(), known);
        if (roster.revision == 0) {
            repository.getEntityManager().persist(roster);
        }
        roster.revision++;
        repository.clear(owner);
        command.shifts().forEach(shift -> repository.persist(row(owner, known.get(shift.login()), shift)));
        repository.flush();
        DutyRosterView view = view(owner, roster.revision);
        audit.record(UrgencyAct.DUTY_ROSTER_SET, new AuditedObject("DUTY_ROSTER", roster.id, owner));
        return view;
    }

    private void check(Caller caller, List<Shift> shifts, Map<String, UUID> known) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            Shift shift = shifts.get(i);
            if (!known.containsKey(shift.login())) {
                violations.add(new Violation("shifts[" + i + "].login", "unknown_person"));
            } else if (!canAnswer(caller, known.get(shift.login()))) {
                violations.add(new Violation("shifts[" + i + "].login", "cannot_answer"));
            }
            if (!shift.endsAt().isAfter(shift.startsAt())) {
                violations.add(new Violation("shifts[" + i + "].ends_at", "before_its_start"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private boolean canAnswer(Caller caller, UUID person) {
        return people.roles(caller.participantId(), person).stream()
                .anyMatch(role -> !Collections.disjoint(role.permissions(caller.kind()), CALLED));
    }

    private static DutyRoster first(UUID owner) {
        DutyRoster roster = new DutyRoster();
        roster.id = Ids.next();
        roster.owner = owner;
        return roster;
    }

    private static DutyShift row(UUID owner, UUID person, Shift shift) {
        DutyShift row = new DutyShift();
        row.id = Ids.next();
        row.owner = owner;
        row.personId = person;
        row.startsAt = shift.startsAt();
        row.endsAt = shift.endsAt();
        row.position = shift.position();
        return row;
    }

    private DutyRosterView view(UUID owner, long revision) {
        List<DutyShift> rows = repository.present(owner, clock.instant());
        Map<UUID, String> logins =
                people.logins(owner, rows.stream().map(row -> row.personId).collect(Collectors.toSet()));
        return new DutyRosterView(
                revision,
                rows.stream()
                        .map(row -> new Shift(logins.get(row.personId), row.startsAt, row.endsAt, row.position))
                        .toList());
    }
}
