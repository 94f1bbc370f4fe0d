package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;

/** Circles of institutions that the FIU keeps; what is disclosed to one is read by whoever is inside at that moment. */
@ApplicationScoped
public class WorkingGroupService {
    private static final Instant EARLIEST = Instant.parse("1950-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-12-31T00:00:00Z");

    private final CurrentCaller current;
    private final WorkingGroupRepository repository;
    private final ParticipantDirectory directory;
    private final AuditLog audit;
    private final InstantSource clock;

    WorkingGroupService(
            CurrentCaller current,
            WorkingGroupRepository repository,
            ParticipantDirectory directory,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.repository = repository;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem STATE_CONFLICT when the institution has a group of that name */
    @Transactional
    public WorkingGroupView create(CreateGroup command) {
        Caller caller = current.get();
        String name = command.name().strip();
        if (repository.isTaken(caller.participantId(), name)) {
            throw Problem.taken("name", "group_name_taken");
        }
        WorkingGroup group = new WorkingGroup();
        group.id = Ids.next();
        group.owner = caller.participantId();
        group.name = name;
        group.purpose = command.purpose().strip();
        group.createdBy = caller.person();
        group.createdAt = clock.instant();
        repository.persist(group);
        repository.flush();
        audit.record(ParticipantAct.GROUP_CREATED, audited(group));
        return view(caller, group);
    }

    /** Those that the caller's institution owns, or is inside of now. */
    @Transactional
    public Page<WorkingGroupSummary> list(PageRequest page) {
        Page<WorkingGroup> groups = Page.of(
                repository.newest(current.get().participantId(), clock.instant(), page),
                page.size(),
                group -> group.id);
        audit.record(ParticipantAct.GROUPS_LISTED, AuditedObject.list("WORKING_GROUP"));
        return groups.map(WorkingGroupSummary::from);
    }

    @Transactional
    public WorkingGroupView read(UUID id) {
        Caller caller = current.get();
        WorkingGroup group =
                repository.find(caller.participantId(), clock.instant(), id).orElseThrow(Problem::notFound);
        audit.record(ParticipantAct.GROUP_READ, audited(group));
        return view(caller, group);
    }

    /**
     * Takes an institution in.
     *
     * @throws Problem INVALID for who is no admitted member, for the owner itself, and for a time before it last left;
     *     STATE_CONFLICT when it is inside already or is to be
     */
    @Transactional
    public WorkingGroupView join(UUID id, AddGroupMember command) {
        Caller caller = current.get();
        WorkingGroup group = owned(caller, id);
        Member member = directory
                .admitted(command.participant())
                .orElseThrow(() -> Problem.invalid("participant", "unknown_recipient"));
        if (member.id().equals(group.owner)) {
            throw Problem.invalid("participant", "owner_is_no_member");
        }
        Instant from = command.joinedAt() == null ? clock.instant() : command.joinedAt();
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw Problem.invalid("joined_at", "implausible_date");
        }
        requireAfterEarlierStays(stays(group, member.id()), from);
        if (!repository.join(group, member.id(), from)) {
            throw Problem.taken("participant", "member_already");
        }
        audit.record(ParticipantAct.GROUP_JOINED, audited(group), member.id() + " from " + from);
        return view(caller, group);
    }

    /**
     * Lets an institution leave, now; what was stays in the history.
     *
     * @throws Problem NOT_FOUND for who never was inside, STATE_CONFLICT for who has left
     */
    @Transactional
    public WorkingGroupView leave(UUID id, UUID participant) {
        Caller caller = current.get();
        WorkingGroup group = owned(caller, id);
        List<WorkingGroupMember> stays = stays(group, participant);
        if (stays.isEmpty()) {
            throw Problem.notFound();
        }
        WorkingGroupMember stay = stays.stream()
                .filter(it -> it.leftAt == null)
                .findFirst()
                .orElseThrow(() -> Problem.stateConflict("no_member_now"));
        stay.leave(clock.instant());
        repository.flush();
        audit.record(ParticipantAct.GROUP_LEFT, audited(group), participant + " at " + stay.leftAt);
        return view(caller, group);
    }

    private WorkingGroup owned(Caller caller, UUID id) {
        return repository.findOwned(caller.participantId(), id).orElseThrow(Problem::notFound);
    }

    private List<WorkingGroupMember> stays(WorkingGroup group, UUID participant) {
        return repository.stays(group).stream()
                .filter(stay -> stay.participantId.equals(participant))
                .toList();
    }

    /** No institution is inside twice at a time. */
    private static void requireAfterEarlierStays(List<WorkingGroupMember> stays, Instant from) {
        if (stays.stream().anyMatch(stay -> stay.leftAt == null)) {
            throw Problem.taken("participant", "member_already");
        }
        if (stays.stream().anyMatch(stay -> stay.leftAt.isAfter(from))) {
            throw Problem.invalid("joined_at", "before_it_left");
        }
    }

    private WorkingGroupView view(Caller caller, WorkingGroup group) {
        Instant now = clock.instant();
        List<WorkingGroupMember> stays = repository.stays(group);
        Map<UUID, Member> members =
                directory.byId(stays.stream().map(stay -> stay.participantId).collect(Collectors.toSet()));
        return new WorkingGroupView(
                group.id,
                group.name,
                group.purpose,
                group.createdAt,
                told(stays, members, now, true),
                caller.participantId().equals(group.owner) ? told(stays, members, now, false) : null);
    }

    private static List<WorkingGroupView.Stay> told(
            List<WorkingGroupMember> stays, Map<UUID, Member> members, Instant now, boolean inside) {
        return stays.stream()
                .filter(stay -> stay.isInside(now) == inside)
                .map(stay -> WorkingGroupView.Stay.from(stay, members.get(stay.participantId)))
                .toList();
    }

    private static AuditedObject audited(WorkingGroup group) {
        return new AuditedObject("WORKING_GROUP", group.id, group.owner);
    }
}
