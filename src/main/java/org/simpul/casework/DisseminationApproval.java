package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.audit.AuditLog;
import org.simpul.referral.Submissions;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.sharing.Visibility;

/** From a draft to what agencies read: handed over, approved by a second person, sealed, disclosed to each apart. */
@ApplicationScoped
public class DisseminationApproval {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository repository;
    private final DisseminationReader reader;
    private final IntakeRepository intakes;
    private final Recipients recipients;
    private final Discretion discretion;
    private final Submissions submissions;
    private final Ledger ledger;
    private final AuditLog audit;
    private final InstantSource clock;

    DisseminationApproval(
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository repository,
            DisseminationReader reader,
            IntakeRepository intakes,
            Recipients recipients,
            Discretion discretion,
            Submissions submissions,
            Ledger ledger,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.intakes = intakes;
        this.recipients = recipients;
        this.discretion = discretion;
        this.submissions = submissions;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem NOT_FOUND, STATE_CONFLICT when it is no draft, holds rows of a superseded submission, or a recipient is gone,
     *     INCOMPLETE without a recipient or when it tells who is protected
     */
    @Transactional
    DisseminationDesk handOver(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository.lock(scope, id).orElseThrow(Problem::notFound);
        Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
        if (file.status != DisseminationStatus.DRAFT) {
            throw Problem.stateConflict("not_a_draft");
        }
        if (recipients.of(version).isEmpty()) {
            throw Problem.incomplete(List.of(new Problem.Violation("recipients", "empty_audience")));
        }
        requireNewestSources(version);
        requireDiscretion(scope, file, version);
        recipients.requirePresent(version);
        version.writtenBy(caller.person());
        file.returnReason = null;
        version.digest = reader.digest(version);
        file.status = DisseminationStatus.PENDING_APPROVAL;
        audit.record(CaseworkAct.DISSEMINATION_HANDED_OVER, DisseminationService.audited(version), version.digest);
        return reader.desk(file, version);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID when it is returned without a reason, STATE_CONFLICT when it does not wait for
     *     approval, holds rows of a superseded submission, or a recipient is gone, VERSION_CHANGED when the digest is another, SAME_PERSON
     *     when the approver wrote on it, INCOMPLETE when it tells who is protected by now
     */
    @Transactional
    DisseminationDesk decide(UUID id, DecideOnDissemination command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository.lock(scope, id).orElseThrow(Problem::notFound);
        Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
        if (file.status != DisseminationStatus.PENDING_APPROVAL) {
            throw Problem.stateConflict("not_pending_approval");
        }
        if (!command.digest().equals(version.digest) || !command.digest().equals(reader.digest(version))) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
        FourEyes.require(caller, List.of(version.writtenBy));
        if (command.decision() == DecideOnDissemination.Decision.RETURN) {
            file.returnReason = command.requiredReason();
            version.digest = null;
            version.revision++;
            file.status = DisseminationStatus.DRAFT;
            audit.record(CaseworkAct.DISSEMINATION_RETURNED, DisseminationService.audited(version), file.returnReason);
            return reader.desk(file, version);
        }
        requireNewestSources(version);
        requireDiscretion(scope, file, version);
        recipients.requirePresent(version);
        seal(version, caller);
        disclose(version, caller);
        file.status = DisseminationStatus.DISSEMINATED;
        moveIntakes(scope, version, caller);
        audit.record(CaseworkAct.DISSEMINATION_APPROVED, DisseminationService.audited(version), version.digest);
        return reader.desk(file, version);
    }

    /** What a later version protects, or takes back, is not given on from an earlier one; the intake may lag behind. */
    private void requireNewestSources(DisseminationVersion version) {
        if (!repository.sources(version).stream().allMatch(submissions::isNewest)) {
            throw Problem.stateConflict("source_superseded");
        }
    }

    /** Who was not protected when the draft was written may be so by now, in a submission that no row came from. */
    private void requireDiscretion(Visibility scope, Dissemination file, DisseminationVersion version) {
        List<Problem.Violation> telling =
                discretion.violations(version, discretion.peopleOf(intakes.ofCase(scope, file.caseId)));
        if (!telling.isEmpty()) {
            throw Problem.incomplete(telling);
        }
    }

    private void seal(DisseminationVersion version, Caller caller) {
        version.approvedBy = caller.person();
        version.sealedAt = clock.instant();
        version.revision++;
        repository.flush();
    }

    /** Each recipient by a row of its own: a recall from one is not a recall from another. */
    private void disclose(DisseminationVersion version, Caller caller) {
        SharedVersion shared = new SharedVersion(ObjectKind.DISSEMINATION_VERSION, version.id, version.owner);
        Terms terms = new Terms(
                version.purpose,
                version.legalBasis.name(),
                version.handling(),
                version.caveats,
                version.writtenBy[0],
                caller.person(),
                null);
        for (DisseminationRecipient recipient : recipients.of(version)) {
            ledger.disclose(shared, recipient.audience(), terms);
        }
    }

    /** Those under analysis that rows came from; what was disseminated before, or is retained, stays where it is. */
    private void moveIntakes(Visibility scope, DisseminationVersion version, Caller caller) {
        for (Intake intake : intakes.lockSources(scope, version)) {
            if (IntakeStep.DISSEMINATE.leavesFrom(intake.status)) {
                intake.take(IntakeStep.DISSEMINATE, caller);
                audit.record(IntakeStep.DISSEMINATE.act(), IntakeService.audited(intake));
            }
        }
    }
}
