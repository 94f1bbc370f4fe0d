package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.referral.NoticeKind;
import org.simpul.referral.SharedValue;
import org.simpul.referral.Submissions;
import org.simpul.referral.TransactionView;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Triage: what came in, in the order of urgency, and what the FIU decides on it. */
@ApplicationScoped
public class IntakeService {
    private static final String KIND = "INTAKE";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final IntakeRepository repository;
    private final Submissions submissions;
    private final ParticipantDirectory directory;
    private final AuditLog audit;

    IntakeService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            IntakeRepository repository,
            Submissions submissions,
            ParticipantDirectory directory,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.submissions = submissions;
        this.directory = directory;
        this.audit = audit;
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
        Map<UUID, Member> members = submitters(rows.items());
        return rows.map(intake -> IntakeSummary.from(intake, members));
    }

    @Transactional
    public IntakeView read(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Intake intake = find(caller, id);
        IntakeView view = new IntakeView(summary(intake), submissions.content(intake.versionId));
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

    /** Other referrals that hold an identifier of this one: a fact for the FIU alone. */
    @Transactional
    public List<LinkView> links(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        Intake intake = find(caller, id);
        List<SharedValue> shared = submissions.shared(intake.versionId);
        Map<UUID, Intake> others =
                repository
                        .ofReferrals(
                                scope,
                                shared.stream().map(SharedValue::referralId).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(other -> other.referralId, Function.identity()));
        Map<UUID, Member> members = submitters(others.values());
        Set<LinkView> links = new LinkedHashSet<>();
        for (SharedValue value : shared) {
            Intake other = others.get(value.referralId());
            // null until the clerk has taken the other one in
            if (other != null) {
                links.add(new LinkView(
                        value.identifier(),
                        other.id,
                        other.reference,
                        members.get(other.referralOwner).name()));
            }
        }
        audit.record(CaseworkAct.INTAKE_LINKS_READ, audited(intake), String.valueOf(links.size()));
        return List.copyOf(links);
    }

    /**
     * @param ifMatch the entity tag that the decision is based on
     * @throws Problem NOT_FOUND, VERSION_CHANGED, STATE_CONFLICT when the table of steps has no such edge
     */
    @Transactional
    public IntakeSummary decide(UUID id, @Nullable String ifMatch, DecideOnIntake command) {
        Caller caller = current.get();
        command.check();
        Intake intake = repository.lock(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, intake.revision);
        intake.take(command.decision(), caller);
        if (command.decision() != IntakeStep.NOTE_VERSION) {
            intake.reason = command.reason();
        }
        if (command.formCode() != null) {
            intake.formCode = command.formCode();
        }
        if (command.decision().asksTheSubmitter()) {
            submissions.notify(
                    intake.referralId, intake.referralOwner, NoticeKind.INFORMATION_REQUESTED, null, command.asked());
        }
        audit.record(command.decision().act(), audited(intake));
        return summary(intake);
    }

    private Intake find(Caller caller, UUID id) {
        return repository.find(policy.visibility(caller), id).orElseThrow(Problem::notFound);
    }

    private IntakeSummary summary(Intake intake) {
        return IntakeSummary.from(intake, submitters(List.of(intake)));
    }

    private Map<UUID, Member> submitters(Collection<Intake> intakes) {
        return directory.byId(
                intakes.stream().map(intake -> intake.referralOwner).collect(Collectors.toSet()));
    }

    static AuditedObject audited(Intake intake) {
        return new AuditedObject(KIND, intake.id, intake.owner);
    }
}
