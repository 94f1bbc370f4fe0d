package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ApproveOrReturn;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.referral.Urgency;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.ActAlone;
import org.simpul.urgency.AloneActs;
import org.simpul.urgency.AloneKind;
import org.simpul.urgency.DoneAlone;

/**
 * From a draft to what agencies read: handed over, approved by a second person, sealed, disclosed to each apart. A P1 may
 * go at once, by one person alone.
 */
@ApplicationScoped
public class DisseminationApproval {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository repository;
    private final DisseminationReader reader;
    private final DisseminationRelease release;
    private final IntakeRepository intakes;
    private final Discretion discretion;
    private final AloneActs aloneActs;
    private final Notifications notifications;
    private final AuditLog audit;

    DisseminationApproval(
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository repository,
            DisseminationReader reader,
            DisseminationRelease release,
            IntakeRepository intakes,
            Discretion discretion,
            AloneActs aloneActs,
            Notifications notifications,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.release = release;
        this.intakes = intakes;
        this.discretion = discretion;
        this.aloneActs = aloneActs;
        this.notifications = notifications;
        this.audit = audit;
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
        Dissemination file = draft(scope, version);
        release.requireReady(scope, file, version);
        version.writtenBy(caller.person());
        file.returnReason = null;
        version.digest = reader.digest(version);
        file.status = DisseminationStatus.PENDING_APPROVAL;
        notifications.put(new Notification(
                version.owner,
                null,
                Permission.DISSEMINATION_APPROVE,
                UrgentDisseminations.KIND,
                version.id,
                release.isUrgent(scope, version)));
        audit.record(CaseworkAct.DISSEMINATION_HANDED_OVER, DisseminationService.audited(version), version.digest);
        return reader.desk(file, version);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID when it is returned without a reason, STATE_CONFLICT when it does not wait for
     *     approval, holds rows of a superseded submission, or a recipient is gone, VERSION_CHANGED when the digest is another, SAME_PERSON
     *     when the approver wrote on it, INCOMPLETE when it tells who is protected by now
     */
    @Transactional
    DisseminationDesk decide(UUID id, ApproveOrReturn command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository.lock(scope, id).orElseThrow(Problem::notFound);
        Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
        if (version.status(file) != DisseminationStatus.PENDING_APPROVAL) {
            throw Problem.stateConflict("not_pending_approval");
        }
        command.require(version.digest, reader.digest(version));
        FourEyes.require(caller, List.of(version.writtenBy));
        if (!command.approves()) {
            file.returnReason = command.requireReason();
            version.digest = null;
            version.revision++;
            file.status = DisseminationStatus.DRAFT;
            audit.record(CaseworkAct.DISSEMINATION_RETURNED, DisseminationService.audited(version), file.returnReason);
            return reader.desk(file, version);
        }
        release.requireReady(scope, file, version);
        release.approved(scope, file, version, caller.person());
        moveIntakes(scope, version, caller, IntakeStep.DISSEMINATE);
        audit.record(CaseworkAct.DISSEMINATION_APPROVED, DisseminationService.audited(version), version.digest);
        return reader.desk(file, version);
    }

    /**
     * A draft, handed over or not, whose rows all come from P1 intakes, at once and without the second person, who reviews it afterwards.
     *
     * @throws Problem NOT_FOUND, VERSION_CHANGED, STATE_CONFLICT when it is released, not of a P1 alone, or can't be handed
     *     over, INVALID when the reason tells who is protected, INCOMPLETE as when it is handed over
     */
    @Transactional
    DisseminationDesk releaseAlone(UUID id, @Nullable String ifMatch, ActAlone command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository.lock(scope, id).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, version.revision);
        Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
        // what waits for a second person who does not answer goes as well
        if (version.status(file) == DisseminationStatus.DISSEMINATED) {
            throw Problem.stateConflict("not_a_draft");
        }
        List<Intake> sources = intakes.lockSources(scope, version);
        if (sources.isEmpty() || sources.stream().anyMatch(intake -> intake.urgency != Urgency.P1)) {
            throw Problem.stateConflict("not_p1");
        }
        if (discretion
                .keptBy(intakes.everOfCase(scope, file.caseId))
                .in(command.reason())
                .isPresent()) {
            throw Problem.invalid("reason", "tells_protected_subject");
        }
        release.requireReady(scope, file, version);
        version.writtenBy(caller.person());
        UUID act = aloneActs.begin(
                AloneKind.DISSEMINATION,
                version.id,
                version.owner,
                command,
                new DoneAlone(List.of(version.writtenBy), reader.digest(version), file.returnReason));
        file.returnReason = null;
        release.alone(scope, file, version, act, caller.person(), null);
        moveIntakes(scope, version, caller, IntakeStep.DISSEMINATE_ALONE);
        audit.record(CaseworkAct.DISSEMINATION_RELEASED_ALONE, DisseminationService.audited(version), version.digest);
        return reader.desk(file, version);
    }

    private Dissemination draft(Visibility scope, DisseminationVersion version) {
        Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
        if (version.status(file) != DisseminationStatus.DRAFT) {
            throw Problem.stateConflict("not_a_draft");
        }
        return file;
    }

    /** Those under analysis that rows came from; what was disseminated before, or is retained, stays where it is. */
    private void moveIntakes(Visibility scope, DisseminationVersion version, Caller caller, IntakeStep step) {
        for (Intake intake : intakes.lockSources(scope, version)) {
            if (step.leavesFrom(intake.status)) {
                intake.take(step, caller);
                audit.record(step.act(), IntakeService.audited(intake));
            }
        }
    }
}
