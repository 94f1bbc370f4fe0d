package org.simpul.inquiry.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.ApproveOrDecline;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Switches the pointer on for an agency and an offence, by two persons, and off by one. */
@ApplicationScoped
class PointerSwitchService {
    static final String KIND = "POINTER_SWITCH";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PointerSwitchRepository repository;
    private final ParticipantDirectory directory;
    private final PeopleDirectory people;
    private final PointerConfig config;
    private final ContentDigests digests;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    PointerSwitchService(
            CurrentCaller current,
            AccessPolicy policy,
            PointerSwitchRepository repository,
            ParticipantDirectory directory,
            PeopleDirectory people,
            PointerConfig config,
            ContentDigests digests,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.directory = directory;
        this.people = people;
        this.config = config;
        this.digests = digests;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID for an agency that is not admitted, or an end that lies too far */
    @Transactional
    PointerSwitchView propose(ProposePointerSwitch command) {
        Caller caller = current.get();
        Instant now = clock.instant();
        if (command.endsAt().isAfter(now.plus(config.longest()))) {
            throw Problem.invalid("ends_at", "pointer_too_far");
        }
        PointerSwitch row = new PointerSwitch();
        row.id = Ids.next();
        row.owner = caller.participantId();
        row.agency = agency(command.agency()).orElseThrow(() -> Problem.invalid("agency", "unknown_recipient"));
        row.predicateOffence = command.predicateOffence();
        row.reason = command.reason();
        row.endsAt = command.endsAt();
        row.status = PointerSwitchStatus.PROPOSED;
        row.proposedBy = caller.person();
        row.proposedAt = now;
        row.digest = digests.of(List.of(row.id, row.agency, command));
        repository.persistAndFlush(row);
        notifications.put(new Notification(row.owner, null, Permission.POINTER_SWITCH, KIND, row.id, false));
        return done(row, PointerSwitchStep.PROPOSE, now);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID when it declines without a reason, VERSION_CHANGED for another digest,
     *     SAME_PERSON for who proposed it, STATE_CONFLICT when it does not wait, its end has come, the agency is gone, or
     *     one is on
     */
    @Transactional
    PointerSwitchView decide(UUID id, ApproveOrDecline command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        command.requireReason();
        Instant now = clock.instant();
        PointerSwitch row = repository.lock(scope, id).orElseThrow(Problem::notFound);
        boolean approved = command.approves();
        PointerSwitchStep step = approved ? PointerSwitchStep.APPROVE : PointerSwitchStep.DECLINE;
        row.requireOpen(step, now);
        command.require(row.digest);
        FourEyes.require(caller, List.of(row.proposedBy));
        if (approved) {
            makeRoom(scope, row, now);
        } else {
            row.declineReason = command.reason();
        }
        row.decided(step, caller.person(), now);
        repository.flush();
        return done(row, step, now);
    }

    private void makeRoom(Visibility scope, PointerSwitch row, Instant now) {
        if (!row.endsAt.isAfter(now)) {
            throw Problem.stateConflict("pointer_end_is_past");
        }
        Member agency = directory.byId(List.of(row.agency)).get(row.agency);
        if (agency(agency.alias()).isEmpty()) {
            throw Problem.stateConflict("recipient_gone");
        }
        repository.on(scope, row).ifPresent(before -> {
            if (before.statusAt(now) == PointerSwitchStatus.ON) {
                throw Problem.stateConflict("pointer_is_on");
            }
            before.end(null, before.endsAt);
            repository.flush();
        });
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is not on */
    @Transactional
    PointerSwitchView switchOff(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Instant now = clock.instant();
        PointerSwitch row = repository.lock(scope, id).orElseThrow(Problem::notFound);
        row.requireOpen(PointerSwitchStep.SWITCH_OFF, now);
        row.end(caller.person(), now);
        repository.flush();
        return done(row, PointerSwitchStep.SWITCH_OFF, now);
    }

    @Transactional
    Page<PointerSwitchView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<PointerSwitch> rows = Page.of(repository.newest(scope, page), page.size(), row -> row.id);
        Views views = views(rows.items());
        audit.record(PointerAct.POINTER_SWITCH_LISTED, AuditedObject.list(KIND));
        Instant now = clock.instant();
        return rows.map(row -> views.of(row, now));
    }

    private Optional<UUID> agency(String alias) {
        return directory
                .admitted(alias)
                .filter(member -> member.kind() == ParticipantKind.LAW_ENFORCEMENT)
                .map(Member::id);
    }

    private record Views(Map<UUID, Member> agencies, Map<UUID, String> logins) {
        PointerSwitchView of(PointerSwitch row, Instant now) {
            return PointerSwitchView.from(row, agencies.get(row.agency).name(), logins, now);
        }
    }

    private Views views(List<PointerSwitch> rows) {
        return new Views(
                directory.byId(rows.stream().map(row -> row.agency).collect(Collectors.toSet())),
                people.logins(
                        current.get().participantId(),
                        rows.stream()
                                .flatMap(row -> Stream.of(row.proposedBy, row.decidedBy))
                                .flatMap(Stream::ofNullable)
                                .collect(Collectors.toSet())));
    }

    private PointerSwitchView done(PointerSwitch row, PointerSwitchStep step, Instant now) {
        PointerSwitchView view = views(List.of(row)).of(row, now);
        audit.record(step.act(), new AuditedObject(KIND, row.id, row.owner), row.digest);
        return view;
    }
}
