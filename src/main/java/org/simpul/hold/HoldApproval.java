package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.ApproveOrReturn;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.access.PurposeRule;
import org.simpul.audit.Act;
import org.simpul.audit.AuditLog;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** From a draft to what the other side reads, and on to its extension and release: by one person after another. */
@ApplicationScoped
class HoldApproval {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final HoldRepository repository;
    private final HoldReader reader;
    private final HoldForms forms;
    private final HoldSeal seal;
    private final HoldConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    HoldApproval(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            HoldRepository repository,
            HoldReader reader,
            HoldForms forms,
            HoldSeal seal,
            HoldConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.reader = reader;
        this.forms = forms;
        this.seal = seal;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is no draft */
    @Transactional
    HoldView handOver(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        Hold hold = seal.own(scope, id);
        hold.take(HoldTransition.HAND_OVER);
        HoldVersion version = repository.open(scope, hold).orElseThrow(Problem::notFound);
        version.writtenBy(caller.person());
        version.digest = reader.digest(version);
        hold.returnReason = null;
        return handedOver(caller, scope, hold, version, HoldTransition.HAND_OVER.act());
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it was decided on */
    @Transactional
    HoldView cancel(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        Hold hold = seal.own(scope, id);
        hold.take(HoldTransition.CANCEL);
        repository.flush();
        audit.record(HoldTransition.CANCEL.act(), HoldService.audited(hold));
        return reader.view(caller, scope, id);
    }

    /**
     * An extension or a release, for a second person to decide on; of an agency a record at once.
     *
     * @throws Problem NOT_FOUND, INVALID for a request, STATE_CONFLICT when the hold does not allow it, is over, another step
     *     waits, or another hold stands on the letter
     */
    @Transactional
    HoldView propose(UUID id, ProposeStep proposal) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        Hold hold = seal.own(scope, id);
        if (proposal.step() == VersionStep.REQUEST) {
            throw Problem.invalid("step", "hold_step_of_its_own");
        }
        boolean recorded = caller.kind() == ParticipantKind.LAW_ENFORCEMENT;
        if (recorded && !caller.human()) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        HoldTransition step = transition(proposal.step(), recorded);
        requireOpen(hold, step);
        List<HoldVersion> versions = repository.versions(scope, List.of(id));
        HoldVersion before = versions.get(versions.size() - 1);
        if (before.sealedAt == null) {
            throw Problem.stateConflict("hold_step_waits");
        }
        int days = step == HoldTransition.EXTEND ? config.extensionWorkingDays(hold.kind) : 0;
        HoldVersion version = before.next(proposal, days, caller.person());
        forms.requireOwnLetter(version);
        repository.persistAndFlush(version);
        repository.replaceAccounts(version, repository.accounts(before));
        repository.flush();
        version.digest = reader.digest(version);
        if (recorded) {
            hold.take(step);
            return sealed(caller, scope, hold, version, step, null);
        }
        hold.revision++;
        hold.returnReason = null;
        return handedOver(caller, scope, hold, version, HoldAct.HOLD_STEP_PROPOSED);
    }

    private HoldView handedOver(Caller caller, Visibility scope, Hold hold, HoldVersion version, Act act) {
        repository.flush();
        seal.tellOwner(hold, Permission.HOLD_APPROVE, true);
        audit.record(act, HoldService.audited(hold), version.digest);
        return reader.view(caller, scope, hold.id);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID when it is returned without a reason, STATE_CONFLICT when nothing waits, or the
     *     hold is over, VERSION_CHANGED for another digest, SAME_PERSON for who wrote on it
     */
    @Transactional
    HoldView decide(UUID id, ApproveOrReturn command) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        command.requireReason();
        Hold hold = seal.own(scope, id);
        HoldVersion version = repository
                .open(scope, hold)
                .filter(open -> open.digest != null && hold.status != HoldStatus.CANCELLED)
                .orElseThrow(() -> Problem.stateConflict("not_pending_approval"));
        command.require(version.digest, reader.digest(version));
        FourEyes.require(caller, List.of(version.writtenBy));
        if (!command.approves()) {
            return returned(caller, scope, hold, version, command.reason());
        }
        HoldTransition step = version.step == VersionStep.REQUEST
                ? hold.kind == HoldKind.POSTPONEMENT ? HoldTransition.POSTPONE : HoldTransition.REQUEST
                : transition(version.step, false);
        requireOpen(hold, step);
        hold.take(step);
        return sealed(caller, scope, hold, version, step, caller.person());
    }

    private HoldView returned(Caller caller, Visibility scope, Hold hold, HoldVersion version, String reason) {
        Act act = HoldAct.HOLD_STEP_DECLINED;
        if (version.step == VersionStep.REQUEST) {
            hold.take(HoldTransition.RETURN);
            version.digest = null;
            act = HoldTransition.RETURN.act();
        } else {
            repository.remove(version);
            hold.revision++;
        }
        hold.returnReason = reason;
        repository.flush();
        audit.record(act, HoldService.audited(hold));
        return reader.view(caller, scope, hold.id);
    }

    private HoldView sealed(
            Caller caller, Visibility scope, Hold hold, HoldVersion version, HoldTransition step, UUID approver) {
        seal.close(scope, hold, version, approver);
        if (step == HoldTransition.POSTPONE) {
            hold.executedAt = version.startsAt;
        }
        repository.flush();
        audit.record(step.act(), HoldService.audited(hold), version.digest);
        return reader.view(caller, scope, hold.id);
    }

    private static HoldTransition transition(VersionStep step, boolean recorded) {
        if (step == VersionStep.EXTENSION) {
            return HoldTransition.EXTEND;
        }
        return recorded ? HoldTransition.RECORD_RELEASE : HoldTransition.RELEASE;
    }

    private void requireOpen(Hold hold, HoldTransition step) {
        if (!hold.allows(step)) {
            throw Problem.stateConflict("hold_step_not_open");
        }
        if (step == HoldTransition.EXTEND) {
            Instant now = clock.instant();
            if (config.extensionWorkingDays(hold.kind) == 0) {
                throw Problem.stateConflict("hold_not_extendable");
            }
            if (hold.endsAt == null || !hold.endsAt.isAfter(now)) {
                throw Problem.stateConflict("hold_is_over");
            }
        }
    }
}
