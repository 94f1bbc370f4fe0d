package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.casework.DayRepository.Counted;
import org.simpul.casework.cases.CaseTaskService;
import org.simpul.casework.cases.CaseTaskView;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.BusinessCalendar;
import org.simpul.urgency.OnDuty;

/** The FIU's day: what waits for whom. */
@ApplicationScoped
public class DayService {
    private static final int MOST = 50;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DayRepository repository;
    private final CaseRepository cases;
    private final CaseTexts texts;
    private final IntakeSummaries summaries;
    private final CaseTaskService tasks;
    private final PeopleDirectory people;
    private final OnDuty duty;
    private final BusinessCalendar calendar;
    private final CaseworkConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    DayService(
            CurrentCaller current,
            AccessPolicy policy,
            DayRepository repository,
            CaseRepository cases,
            CaseTexts texts,
            IntakeSummaries summaries,
            CaseTaskService tasks,
            PeopleDirectory people,
            OnDuty duty,
            BusinessCalendar calendar,
            CaseworkConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.cases = cases;
        this.texts = texts;
        this.summaries = summaries;
        this.tasks = tasks;
        this.people = people;
        this.duty = duty;
        this.calendar = calendar;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public MyDayView mine() {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Instant now = clock.instant();
        LocalDate today = calendar.day(now);
        List<Intake> intakes = repository.intakesOf(scope, caller.person(), MOST);
        List<CaseFile> files = cases.ofMember(scope, caller.person(), MOST);
        List<CaseTaskView> mine = tasks.mine();
        MyDayView.Overdue overdue = new MyDayView.Overdue(
                intakes.stream().filter(intake -> !intake.dueAt.isAfter(now)).count(),
                mine.stream()
                        .filter(task -> task.dueOn() != null && task.dueOn().isBefore(today))
                        .count(),
                repository.withoutOutcome(scope, caller.person(), now.minus(config.outcomeWithin())));
        List<UUID> onDuty = duty.now();
        Map<UUID, String> logins = people.logins(caller.participantId(), onDuty);
        MyDayView view = new MyDayView(
                repository.queue(scope, now),
                intakes.stream().map(summaries.of(intakes)).toList(),
                files.stream().map(texts.summaries(files)).toList(),
                mine,
                overdue,
                onDuty.stream().map(logins::get).toList());
        audit.record(CaseworkAct.MY_DAY_READ, AuditedObject.list(IntakeService.KIND));
        return view;
    }

    /** What each colleague has in hand, whoever has most first. */
    @Transactional
    public List<Workload> workloads() {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Instant now = clock.instant();
        Map<UUID, Counted> intakes = repository.intakes(scope, now);
        Map<UUID, Counted> ofCases = repository.cases(scope);
        Map<UUID, Counted> ofTasks = repository.tasks(scope, calendar.day(now));
        List<UUID> colleagues = Stream.of(intakes, ofCases, ofTasks)
                .flatMap(counted -> counted.keySet().stream())
                .distinct()
                .toList();
        Map<UUID, String> logins = people.logins(caller.participantId(), colleagues);
        audit.record(CaseworkAct.WORKLOAD_READ, AuditedObject.list(IntakeService.KIND));
        return colleagues.stream()
                .map(person -> new Workload(
                        logins.get(person),
                        intakes.getOrDefault(person, Counted.NONE).all(),
                        intakes.getOrDefault(person, Counted.NONE).overdue(),
                        ofCases.getOrDefault(person, Counted.NONE).all(),
                        ofTasks.getOrDefault(person, Counted.NONE).all(),
                        ofTasks.getOrDefault(person, Counted.NONE).overdue()))
                .sorted(Comparator.comparingLong((Workload load) -> load.intakes() + load.tasks())
                        .reversed())
                .toList();
    }
}
