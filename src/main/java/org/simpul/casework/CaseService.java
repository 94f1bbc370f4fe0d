package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
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
    private static final String KIND = "CASE";
    private static final Set<IntakeStatus> ACCEPTED =
            Set.of(IntakeStatus.UNDER_ANALYSIS, IntakeStatus.RETAINED, IntakeStatus.DISSEMINATED);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final CaseRepository repository;
    private final IntakeRepository intakes;
    private final LateProtection lateProtection;
    private final IntakeSummaries summaries;
    private final AuditLog audit;
    private final InstantSource clock;

    CaseService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            CaseRepository repository,
            IntakeRepository intakes,
            LateProtection lateProtection,
            IntakeSummaries summaries,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.intakes = intakes;
        this.lateProtection = lateProtection;
        this.summaries = summaries;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID when an intake is unknown, STATE_CONFLICT when one has not been accepted */
    @Transactional
    CaseSummary open(OpenCase command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Instant now = clock.instant();
        CaseFile file = new CaseFile();
        file.id = Ids.next();
        file.owner = caller.participantId();
        file.reference = Reference.random("C");
        file.title = command.title();
        file.openedBy = caller.person();
        file.openedAt = now;
        repository.persist(file);
        repository.addMember(file, caller.person(), now);
        for (UUID intakeId : new LinkedHashSet<>(command.intakeIds())) {
            repository.addIntake(file, accepted(scope, intakeId, "intake_ids"), caller.person(), now);
        }
        audit.record(CaseworkAct.CASE_OPENED, audited(file));
        return CaseSummary.from(file);
    }

    @Transactional
    public Page<CaseSummary> list(PageRequest page) {
        Page<CaseFile> rows =
                Page.of(repository.newest(policy.visibility(current.get()), page), page.size(), file -> file.id);
        audit.record(CaseworkAct.CASE_LISTED, AuditedObject.list(KIND));
        return rows.map(CaseSummary::from);
    }

    @Transactional
    public CaseView read(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        CaseFile file = repository.find(scope, id).orElseThrow(Problem::notFound);
        List<Intake> rows = intakes.ofCase(scope, file.id);
        audit.record(CaseworkAct.CASE_READ, audited(file));
        return new CaseView(
                CaseSummary.from(file),
                repository.members(scope, file),
                rows.stream().map(summaries.of(rows)).toList());
    }

    /** @throws Problem NOT_FOUND for the case, INVALID for the intake, STATE_CONFLICT when it is not accepted */
    @Transactional
    CaseSummary add(UUID id, AddIntake command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        CaseFile file = repository.lock(scope, id).orElseThrow(Problem::notFound);
        Intake intake = accepted(scope, command.intakeId(), "intake_id");
        if (intakes.ofCase(scope, file.id).contains(intake)) {
            throw Problem.stateConflict("intake_in_case");
        }
        repository.addIntake(file, intake, caller.person(), clock.instant());
        intakes.flush();
        lateProtection.mask(scope, intake);
        file.revision++;
        audit.record(CaseworkAct.CASE_INTAKE_ADDED, audited(file), intake.id.toString());
        return CaseSummary.from(file);
    }

    private Intake accepted(Visibility scope, UUID id, String field) {
        Intake intake = intakes.find(scope, id).orElseThrow(() -> Problem.invalid(field, "unknown_value"));
        if (!ACCEPTED.contains(intake.status)) {
            throw Problem.stateConflict("intake_not_accepted");
        }
        return intake;
    }

    private static AuditedObject audited(CaseFile file) {
        return new AuditedObject(KIND, file.id, file.owner);
    }
}
