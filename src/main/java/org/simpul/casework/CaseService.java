package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.referral.ProtectedPeople;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Reference;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** The FIU's cases: what groups accepted intakes, and is never disclosed. */
@ApplicationScoped
public class CaseService {
    private static final Set<IntakeStatus> ACCEPTED =
            Set.of(IntakeStatus.UNDER_ANALYSIS, IntakeStatus.RETAINED, IntakeStatus.DISSEMINATED);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final CaseRepository repository;
    private final IntakeRepository intakes;
    private final Cases cases;
    private final CaseTexts texts;
    private final Discretion discretion;
    private final LateProtection lateProtection;
    private final IntakeSummaries summaries;
    private final PeopleDirectory people;
    private final ParticipantDirectory directory;
    private final AuditLog audit;
    private final InstantSource clock;

    CaseService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            CaseRepository repository,
            IntakeRepository intakes,
            Cases cases,
            CaseTexts texts,
            Discretion discretion,
            LateProtection lateProtection,
            IntakeSummaries summaries,
            PeopleDirectory people,
            ParticipantDirectory directory,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.intakes = intakes;
        this.cases = cases;
        this.texts = texts;
        this.discretion = discretion;
        this.lateProtection = lateProtection;
        this.summaries = summaries;
        this.people = people;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID when an intake is unknown, STATE_CONFLICT when one has not been accepted */
    @Transactional
    CaseSummary open(OpenCase command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Instant now = clock.instant();
        List<Intake> chosen = new LinkedHashSet<>(command.intakeIds())
                .stream().map(id -> accepted(scope, id, "intake_ids")).toList();
        if (discretion.peopleOf(chosen).in(command.title()).isPresent()) {
            throw Problem.invalid("title", "tells_protected_subject");
        }
        CaseFile file = new CaseFile();
        file.id = Ids.next();
        file.owner = caller.participantId();
        file.reference = Reference.random("C");
        file.title = command.title();
        file.openedBy = caller.person();
        file.openedAt = now;
        repository.persist(file);
        repository.addMember(file, caller.person(), caller.person(), now);
        cases.tell(file, CaseStep.OPEN.told(), null, null);
        for (Intake intake : chosen) {
            repository.addIntake(file, intake, caller.person(), now);
            cases.tell(file, CaseEventKind.INTAKE_ADDED, intake.id, null);
        }
        if (Boolean.TRUE.equals(command.restricted())) {
            // whoever opens it has joined the team by then
            repository.flush();
            file.restricted = true;
            cases.tell(file, CaseEventKind.RESTRICTED, null, null);
        }
        audit.record(CaseStep.OPEN.act(), audited(file));
        return texts.summary(file);
    }

    @Transactional
    public Page<CaseSummary> list(PageRequest page) {
        Page<CaseFile> rows =
                Page.of(repository.newest(policy.visibility(current.get()), page), page.size(), file -> file.id);
        audit.record(CaseworkAct.CASE_LISTED, AuditedObject.list(Cases.KIND));
        return rows.map(texts.summaries(rows.items()));
    }

    @Transactional
    public CaseView read(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        CaseFile file = repository.find(scope, id).orElseThrow(Problem::notFound);
        List<Intake> rows = intakes.ofCase(scope, file.id);
        List<UUID> team = repository.members(scope, file.id);
        Map<UUID, String> logins = people.logins(caller.participantId(), team);
        audit.record(CaseworkAct.CASE_READ, audited(file));
        return new CaseView(
                texts.summary(file),
                team.stream()
                        .map(person -> new CaseTeamMember(person, logins.get(person)))
                        .toList(),
                rows.stream().map(summaries.of(rows)).toList());
    }

    /** @throws Problem NOT_FOUND for the case, INVALID for the intake, STATE_CONFLICT when it is not accepted */
    @Transactional
    CaseSummary add(UUID id, AddIntake command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        CaseFile file = repository.lock(scope, id).orElseThrow(Problem::notFound);
        cases.requireWorker(file);
        file.requireOpen();
        Intake intake = accepted(scope, command.intakeId(), "intake_id");
        if (intakes.ofCase(scope, file.id).contains(intake)) {
            throw Problem.stateConflict("intake_in_case");
        }
        repository.addIntake(file, intake, caller.person(), clock.instant());
        intakes.flush();
        lateProtection.mask(scope, intake);
        file.revision++;
        cases.tell(file, CaseEventKind.INTAKE_ADDED, intake.id, null);
        audit.record(CaseworkAct.CASE_INTAKE_ADDED, audited(file), intake.id.toString());
        return texts.summary(file);
    }

    /**
     * What was disseminated of it stays, and so does that it was here.
     *
     * @throws Problem NOT_FOUND for the case and for an intake that is not in it, FORBIDDEN for who does not work on it,
     *     INVALID for a reason that tells a protected subject, STATE_CONFLICT when it is closed
     */
    @Transactional
    CaseSummary remove(UUID id, UUID intakeId, RemoveIntake command) {
        CaseFile file = repository.lock(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
        cases.requireWorker(file);
        file.requireOpen();
        cases.requireUntold(cases.seen(file), "reason", command.reason());
        if (!repository.removeIntake(file, intakeId)) {
            throw Problem.notFound();
        }
        file.revision++;
        cases.tell(file, CaseEventKind.INTAKE_REMOVED, intakeId, command.reason());
        audit.record(CaseworkAct.CASE_INTAKE_REMOVED, audited(file), intakeId.toString());
        return texts.summary(file);
    }

    /**
     * @throws Problem NOT_FOUND, VERSION_CHANGED, FORBIDDEN, STATE_CONFLICT when its status does not allow the step,
     *     SAME_PERSON for who would reopen what it proposed to reopen, INVALID for a reason that tells a protected subject
     */
    @Transactional
    CaseSummary decide(UUID id, @Nullable String ifMatch, DecideOnCase command) {
        Caller caller = current.get();
        command.check();
        CaseFile file = repository.lock(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, file.revision);
        cases.requireWorker(file);
        cases.requireUntold(cases.seen(file), "reason", command.reason());
        file.take(command.decision(), caller);
        cases.tell(file, command.decision().told(), null, command.reason());
        audit.record(command.decision().act(), audited(file));
        return texts.summary(file);
    }

    /** Who did what in it, the newest first. */
    @Transactional
    public Page<CaseEventView> timeline(UUID id, PageRequest page) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        CaseFile file = repository.find(scope, id).orElseThrow(Problem::notFound);
        Page<CaseEvent> rows = Page.of(repository.events(scope, file.id, page), page.size(), event -> event.id);
        Map<UUID, String> logins = people.logins(caller.participantId(), ids(rows, event -> event.personId));
        ProtectedPeople protectedPeople = texts.protectedIn(file.id);
        Map<UUID, Member> agencies = directory.byId(ids(rows, event -> event.participantId));
        audit.record(CaseworkAct.CASE_TIMELINE_READ, audited(file));
        return rows.map(event -> new CaseEventView(
                event.kind,
                event.subjectId,
                event.personId == null ? null : logins.get(event.personId),
                event.participantId == null
                        ? null
                        : agencies.get(event.participantId).name(),
                protectedPeople.mask(event.detail),
                event.at));
    }

    private static Set<UUID> ids(Page<CaseEvent> rows, Function<CaseEvent, @Nullable UUID> id) {
        return rows.items().stream()
                .flatMap(event -> Optional.ofNullable(id.apply(event)).stream())
                .collect(Collectors.toSet());
    }

    private Intake accepted(Visibility scope, UUID id, String field) {
        Intake intake = intakes.find(scope, id).orElseThrow(() -> Problem.invalid(field, "unknown_value"));
        if (!ACCEPTED.contains(intake.status)) {
            throw Problem.stateConflict("intake_not_accepted");
        }
        return intake;
    }

    static AuditedObject audited(CaseFile file) {
        return new AuditedObject(Cases.KIND, file.id, file.owner);
    }
}
