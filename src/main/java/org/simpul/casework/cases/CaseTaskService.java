package org.simpul.casework.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.casework.CaseTexts;
import org.simpul.casework.Cases;
import org.simpul.referral.ProtectedPeople;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** What is to be done in a case, by whom of its team, and until when. */
@ApplicationScoped
public class CaseTaskService {
    private static final int MOST_OF_ONE = 100;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Cases cases;
    private final CaseTexts texts;
    private final CaseTaskRepository repository;
    private final PeopleDirectory people;
    private final AuditLog audit;
    private final InstantSource clock;

    CaseTaskService(
            CurrentCaller current,
            AccessPolicy policy,
            Cases cases,
            CaseTexts texts,
            CaseTaskRepository repository,
            PeopleDirectory people,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.cases = cases;
        this.texts = texts;
        this.repository = repository;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<CaseTaskView> list(UUID caseId, @Nullable CaseTaskStatus status, PageRequest page) {
        Cases.Seen file = cases.see(caseId);
        Page<CaseTask> rows = Page.of(repository.newest(file, status, page), page.size(), task -> task.id);
        audit.record(CaseAct.CASE_TASKS_READ, file.audited());
        return rows.map(views(rows.items()));
    }

    /** The caller's own that are open, what is due first; at most 100. */
    @Transactional
    public List<CaseTaskView> mine() {
        Caller caller = current.get();
        List<CaseTask> rows = repository.openOf(policy.visibility(caller), caller.person(), MOST_OF_ONE);
        audit.record(CaseAct.CASE_TASKS_READ, AuditedObject.list(Cases.KIND));
        return rows.stream().map(views(rows)).toList();
    }

    /** @throws Problem NOT_FOUND, FORBIDDEN, STATE_CONFLICT when it is closed, INVALID for who is not on the team */
    @Transactional
    CaseTaskView open(UUID caseId, PlanCaseTask command) {
        Cases.Seen file = cases.workOn(caseId);
        CaseTask task = new CaseTask();
        task.id = Ids.next();
        task.owner = file.owner();
        task.caseId = file.id();
        task.status = CaseTaskStep.OPEN.to(CaseTaskStatus.OPEN);
        task.createdBy = current.get().person();
        task.createdAt = clock.instant();
        task.revision = 1;
        plan(file, task, command);
        repository.persist(task);
        return told(file, CaseTaskStep.OPEN, task);
    }

    /** @throws Problem as {@link #open}, NOT_FOUND for the task, VERSION_CHANGED */
    @Transactional
    CaseTaskView change(UUID caseId, UUID taskId, @Nullable String ifMatch, PlanCaseTask command) {
        Cases.Seen file = cases.workOn(caseId);
        CaseTask task = repository.lock(file, taskId).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, task.revision);
        task.take(CaseTaskStep.CHANGE, current.get().person(), clock.instant());
        plan(file, task, command);
        return told(file, CaseTaskStep.CHANGE, task);
    }

    /** @throws Problem NOT_FOUND for the case and the task, FORBIDDEN, STATE_CONFLICT when it has ended */
    @Transactional
    CaseTaskView decide(UUID caseId, UUID taskId, DecideOnCaseTask command) {
        command.check();
        Cases.Seen file = cases.workOn(caseId);
        CaseTask task = repository.lock(file, taskId).orElseThrow(Problem::notFound);
        task.take(command.decision(), current.get().person(), clock.instant());
        return told(file, command.decision(), task);
    }

    private void plan(Cases.Seen file, CaseTask task, PlanCaseTask command) {
        cases.requireUntold(file, "title", command.title());
        UUID assignee = null;
        if (command.assignee() != null) {
            assignee = people.active(file.owner(), List.of(command.assignee())).get(command.assignee());
            if (assignee == null || !cases.isOnTheTeam(file, assignee)) {
                throw Problem.invalid("assignee", "not_on_the_team");
            }
        }
        task.plan(command.title(), assignee, command.dueOn());
    }

    private CaseTaskView told(Cases.Seen file, CaseTaskStep step, CaseTask task) {
        cases.tell(file, step.told(), task.id, null);
        audit.record(step.act(), file.audited(), task.id.toString());
        return views(List.of(task)).apply(task);
    }

    private Function<CaseTask, CaseTaskView> views(List<CaseTask> tasks) {
        Map<UUID, String> logins = people.logins(
                current.get().participantId(),
                tasks.stream()
                        .flatMap(task -> Stream.of(task.assignee, task.createdBy, task.endedBy))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        Function<UUID, ProtectedPeople> people =
                texts.protectedIn(tasks.stream().map(task -> task.caseId).collect(Collectors.toSet()));
        return task -> CaseTaskView.from(task, logins, people.apply(task.caseId));
    }
}
