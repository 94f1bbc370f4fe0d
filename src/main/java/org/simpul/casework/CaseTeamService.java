package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Who works on a case, and whether it is kept to them. */
@ApplicationScoped
class CaseTeamService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final CaseRepository repository;
    private final Cases cases;
    private final CaseTexts texts;
    private final PeopleDirectory people;
    private final AuditLog audit;
    private final InstantSource clock;

    CaseTeamService(
            CurrentCaller current,
            AccessPolicy policy,
            CaseRepository repository,
            Cases cases,
            CaseTexts texts,
            PeopleDirectory people,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.cases = cases;
        this.texts = texts;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem NOT_FOUND for the case, FORBIDDEN for who is neither on the team nor a supervisor, INVALID for who is
     *     no active colleague with casework, STATE_CONFLICT for who is on the team
     */
    @Transactional
    CaseSummary add(UUID id, AddCaseMember command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        CaseFile file = lockForWork(scope, id);
        requireMemberWhereRestricted(scope, file, caller);
        UUID person =
                people.active(caller.participantId(), List.of(command.login())).get(command.login());
        if (person == null) {
            throw Problem.invalid("login", "unknown_person");
        }
        if (people.roles(caller.participantId(), person).stream()
                .noneMatch(role -> role.permissions(caller.kind()).contains(Permission.CASE_WORK))) {
            throw Problem.invalid("login", "works_on_no_cases");
        }
        if (repository.isMember(scope, file.id, person)) {
            throw Problem.taken("login", "on_the_team");
        }
        repository.addMember(file, person, caller.person(), clock.instant());
        file.revision++;
        cases.tell(file, CaseEventKind.MEMBER_ADDED, person, null);
        audit.record(CaseworkAct.CASE_MEMBER_ADDED, CaseService.audited(file), person.toString());
        return texts.summary(file);
    }

    /**
     * Nobody takes itself off a restricted case, so that somebody is always left who sees it.
     *
     * @throws Problem NOT_FOUND for the case and for who is not on its team, FORBIDDEN, STATE_CONFLICT for oneself where it
     *     is restricted, and for the last of a team
     */
    @Transactional
    CaseSummary remove(UUID id, UUID person) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        CaseFile file = lockForWork(scope, id);
        List<UUID> team = repository.members(scope, file.id);
        if (!team.contains(person)) {
            throw Problem.notFound();
        }
        if (team.size() == 1 || file.restricted && person.equals(caller.person())) {
            throw Problem.stateConflict("stays_in_the_case");
        }
        repository.removeMember(file, person);
        repository.unassign(file, person);
        file.revision++;
        cases.tell(file, CaseEventKind.MEMBER_REMOVED, person, null);
        audit.record(CaseworkAct.CASE_MEMBER_REMOVED, CaseService.audited(file), person.toString());
        return texts.summary(file);
    }

    /**
     * Whoever restricts it joins its team, so as not to be shut out.
     *
     * @throws Problem NOT_FOUND, VERSION_CHANGED, FORBIDDEN for who is neither on the team nor a supervisor
     */
    @Transactional
    CaseSummary restrict(UUID id, @Nullable String ifMatch, RestrictCase command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        CaseFile file = repository.lock(scope, id).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, file.revision);
        cases.requireWorker(file);
        if (file.restricted != command.restricted()) {
            if (command.restricted() && !repository.isMember(scope, file.id, caller.person())) {
                repository.addMember(file, caller.person(), caller.person(), clock.instant());
                cases.tell(file, CaseEventKind.MEMBER_ADDED, caller.person(), null);
                repository.flush();
            }
            requireMemberWhereRestricted(scope, file, caller);
            file.restricted = command.restricted();
            file.revision++;
            cases.tell(file, file.restricted ? CaseEventKind.RESTRICTED : CaseEventKind.OPENED_TO_ALL, null, null);
        }
        audit.record(
                file.restricted ? CaseworkAct.CASE_RESTRICTED : CaseworkAct.CASE_OPENED_TO_ALL,
                CaseService.audited(file));
        return texts.summary(file);
    }

    /** A grant ends: whoever has only one makes nobody a member, and opens nothing to all. */
    private void requireMemberWhereRestricted(Visibility scope, CaseFile file, Caller caller) {
        if (file.restricted && !repository.isMember(scope, file.id, caller.person())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }

    private CaseFile lockForWork(Visibility scope, UUID id) {
        CaseFile file = repository.lock(scope, id).orElseThrow(Problem::notFound);
        cases.requireWorker(file);
        return file;
    }
}
