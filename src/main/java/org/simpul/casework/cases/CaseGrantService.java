package org.simpul.casework.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.casework.CaseEventKind;
import org.simpul.casework.CaseTexts;
import org.simpul.casework.Cases;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Lets supervisors into a restricted case for a time: by another supervisor who sees it, and never by themselves. */
@ApplicationScoped
class CaseGrantService {
    private final CurrentCaller current;
    private final Cases cases;
    private final CaseTexts texts;
    private final CaseGrantRepository repository;
    private final PeopleDirectory people;
    private final CasesConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    CaseGrantService(
            CurrentCaller current,
            Cases cases,
            CaseTexts texts,
            CaseGrantRepository repository,
            PeopleDirectory people,
            CasesConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.cases = cases;
        this.texts = texts;
        this.repository = repository;
        this.people = people;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<CaseGrantView> list(UUID caseId, PageRequest page) {
        Cases.Seen file = cases.see(caseId);
        Page<CaseGrant> rows = Page.of(repository.newest(file, page), page.size(), grant -> grant.id);
        audit.record(CaseAct.CASE_GRANTS_READ, file.audited());
        return views(rows);
    }

    /**
     * @throws Problem NOT_FOUND, STATE_CONFLICT when it is not restricted, SAME_PERSON for oneself, INVALID for who is no
     *     supervisor, for a time that is over or too long, and for a reason that tells a protected subject
     */
    @Transactional
    CaseGrantView give(UUID caseId, GiveCaseGrant command) {
        Caller caller = current.get();
        Cases.Seen file = cases.see(caseId);
        if (!file.restricted()) {
            throw Problem.stateConflict("not_restricted");
        }
        UUID person =
                people.active(caller.participantId(), List.of(command.login())).get(command.login());
        if (person == null) {
            throw Problem.invalid("login", "unknown_person");
        }
        if (person.equals(caller.person())) {
            throw Problem.of(ProblemType.SAME_PERSON);
        }
        if (people.roles(caller.participantId(), person).stream()
                .noneMatch(role -> role.permissions(caller.kind()).contains(Permission.CASE_GRANT))) {
            throw Problem.invalid("login", "no_supervisor");
        }
        Instant now = clock.instant();
        if (!command.until().isAfter(now)
                || command.until().isAfter(now.plus(Duration.ofDays(config.grantAtMostDays())))) {
            throw Problem.invalid("until", "grant_out_of_range");
        }
        cases.requireUntold(file, "reason", command.reason());
        CaseGrant grant = new CaseGrant();
        grant.id = Ids.next();
        grant.owner = file.owner();
        grant.caseId = file.id();
        grant.personId = person;
        grant.reason = command.reason();
        grant.grantedBy = caller.person();
        grant.grantedAt = now;
        grant.endsAt = command.until();
        repository.persist(grant);
        cases.tell(file, CaseEventKind.GRANT_GIVEN, person, command.reason());
        audit.record(CaseAct.CASE_GRANT_GIVEN, file.audited(), person + " until " + command.until());
        return views(new Page<>(List.of(grant), null)).items().get(0);
    }

    /** @throws Problem NOT_FOUND for the case and the grant, STATE_CONFLICT when it is over */
    @Transactional
    CaseGrantView end(UUID caseId, UUID grantId) {
        Cases.Seen file = cases.see(caseId);
        CaseGrant grant = repository.lock(file, grantId).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        if (!grant.endsAt.isAfter(now)) {
            throw Problem.stateConflict("grant_over");
        }
        CaseGrantView before = views(new Page<>(List.of(grant), null)).items().get(0);
        cases.tell(file, CaseEventKind.GRANT_ENDED, grant.personId, null);
        audit.record(CaseAct.CASE_GRANT_ENDED, file.audited(), grantId.toString());
        // last: whoever ends its own grant sees nothing of the case any more
        repository.flush();
        grant.endsAt = now;
        grant.endedBy = current.get().person();
        return new CaseGrantView(
                before.id(),
                before.login(),
                before.reason(),
                before.grantedBy(),
                before.grantedAt(),
                now,
                people.logins(grant.owner, List.of(grant.endedBy)).get(grant.endedBy));
    }

    private Page<CaseGrantView> views(Page<CaseGrant> rows) {
        var logins = people.logins(
                current.get().participantId(),
                rows.items().stream()
                        .flatMap(grant -> Stream.concat(
                                Stream.of(grant.personId, grant.grantedBy), Stream.ofNullable(grant.endedBy)))
                        .collect(Collectors.toSet()));
        var people = texts.protectedIn(
                rows.items().stream().map(grant -> grant.caseId).collect(Collectors.toSet()));
        return rows.map(grant -> CaseGrantView.from(grant, logins, people.apply(grant.caseId)));
    }
}
