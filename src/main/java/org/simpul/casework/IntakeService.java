package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.referral.Messages;
import org.simpul.referral.NoticeKind;
import org.simpul.referral.ReferralContent;
import org.simpul.referral.Submissions;
import org.simpul.referral.TransactionView;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.BusinessCalendar;
import org.simpul.urgency.DutyCalls;

/** Triage: what came in, in the order of urgency, and what the FIU decides on it. */
@ApplicationScoped
public class IntakeService {
    static final String KIND = "INTAKE";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final IntakeRepository repository;
    private final Submissions submissions;
    private final Messages messages;
    private final Lateness lateness;
    private final UsefulnessRepository grades;
    private final IntakeSummaries summaries;
    private final DutyCalls calls;
    private final BusinessCalendar calendar;
    private final AuditLog audit;
    private final InstantSource clock;

    IntakeService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            IntakeRepository repository,
            Submissions submissions,
            Messages messages,
            Lateness lateness,
            UsefulnessRepository grades,
            IntakeSummaries summaries,
            DutyCalls calls,
            BusinessCalendar calendar,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.submissions = submissions;
        this.messages = messages;
        this.lateness = lateness;
        this.grades = grades;
        this.summaries = summaries;
        this.calls = calls;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param status null for the queue of what is open
     * @throws Problem INVALID for a page token that names none of our intakes
     */
    @Transactional
    public Page<IntakeSummary> queue(@Nullable IntakeStatus status, PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Intake after = page.isFirst()
                ? null
                : repository.find(scope, page.before()).orElseThrow(() -> Problem.invalid("page_token", "unusable"));
        Page<Intake> rows =
                Page.of(repository.queue(scope, status, after, page.size() + 1), page.size(), intake -> intake.id);
        audit.record(CaseworkAct.INTAKE_LISTED, AuditedObject.list(KIND));
        return rows.map(summaries.of(rows.items()));
    }

    @Transactional
    public IntakeView read(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Intake intake = find(caller, id);
        ReferralContent content = submissions.content(intake.versionId);
        IntakeView view = new IntakeView(
                summaries.of(intake),
                content,
                intake.withdrawalRequestId == null ? null : messages.text(intake.withdrawalRequestId),
                lateness.proposal(intake, content),
                grades.of(intake).map(grade -> grade.usefulness).orElse(null));
        audit.record(CaseworkAct.INTAKE_READ, audited(intake));
        return view;
    }

    @Transactional
    public Page<TransactionView> transactions(UUID id, PageRequest page) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Intake intake = find(caller, id);
        Page<TransactionView> rows = submissions.transactions(intake.versionId, page);
        audit.record(CaseworkAct.INTAKE_TRANSACTIONS_READ, audited(intake));
        return rows;
    }

    /**
     * @param ifMatch the entity tag that the decision is based on
     * @throws Problem NOT_FOUND, VERSION_CHANGED, STATE_CONFLICT when the table of steps has no such edge
     */
    @Transactional
    public IntakeSummary decide(UUID id, @Nullable String ifMatch, DecideOnIntake command) {
        Caller caller = current.get();
        command.check();
        if (command.reviewOn() != null && !command.reviewOn().isAfter(calendar.day(clock.instant()))) {
            throw Problem.invalid("review_on", "not_in_the_future");
        }
        Intake intake = repository.lock(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, intake.revision);
        if (command.formCode() != null && command.formCode() != intake.formCode && intake.finishedAt != null) {
            throw Problem.stateConflict("form_code_told");
        }
        intake.take(command.decision(), caller);
        if (command.decision() != IntakeStep.NOTE_VERSION && command.decision() != IntakeStep.TAKE) {
            intake.reason = command.reason();
            intake.reviewOn(command.reviewOn());
        }
        takenUp(intake, caller);
        if (command.formCode() != null) {
            intake.formCode = command.formCode();
        }
        if (command.decision().asksTheSubmitter()) {
            submissions.notify(
                    intake.referralId, intake.referralOwner, NoticeKind.INFORMATION_REQUESTED, null, command.asked());
        }
        audit.record(command.decision().act(), audited(intake));
        return summaries.of(intake);
    }

    /**
     * Gives the caller what is most urgent and taken by nobody, and never the same one to two.
     *
     * @return empty when nothing is left
     */
    @Transactional
    public Optional<IntakeSummary> takeNext() {
        Caller caller = current.get();
        Optional<Intake> next = repository.lockNext(policy.visibility(caller));
        next.ifPresent(intake -> {
            intake.take(IntakeStep.TAKE, caller);
            takenUp(intake, caller);
            audit.record(IntakeStep.TAKE.act(), audited(intake));
        });
        if (next.isEmpty()) {
            audit.record(CaseworkAct.INTAKE_LISTED, AuditedObject.list(KIND));
        }
        return next.map(summaries::of);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when somebody has acknowledged it before */
    @Transactional
    IntakeSummary acknowledge(UUID id) {
        Caller caller = current.get();
        Intake intake = repository.lock(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        if (!takenUp(intake, caller)) {
            throw Problem.stateConflict("acknowledged_before");
        }
        audit.record(CaseworkAct.INTAKE_ACKNOWLEDGED, audited(intake));
        return summaries.of(intake);
    }

    /** Whoever does something with a P1 has heard the call. */
    private boolean takenUp(Intake intake, Caller caller) {
        boolean first = intake.acknowledge(caller, clock.instant());
        if (first) {
            calls.acknowledge(KIND, intake.id);
        }
        return first;
    }

    private Intake find(Caller caller, UUID id) {
        return repository.find(policy.visibility(caller), id).orElseThrow(Problem::notFound);
    }

    static AuditedObject audited(Intake intake) {
        return new AuditedObject(KIND, intake.id, intake.owner);
    }
}
