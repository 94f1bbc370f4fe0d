package org.simpul.sharing.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Sets what may cross the border to each foreign FIU: proposed by one person, put in force by another. */
@ApplicationScoped
class AgreementService {
    private static final String KIND = "AGREEMENT";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final AgreementRepository repository;
    private final ParticipantDirectory directory;
    private final ContentDigests digests;
    private final AuditLog audit;
    private final InstantSource clock;

    AgreementService(
            CurrentCaller current,
            AccessPolicy policy,
            AgreementRepository repository,
            ParticipantDirectory directory,
            ContentDigests digests,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.directory = directory;
        this.digests = digests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<AgreementView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<Agreement> rows = Page.of(repository.newest(scope, page), page.size(), row -> row.id);
        Map<UUID, Member> members =
                directory.byId(rows.items().stream().map(row -> row.recipient).toList());
        audit.record(AgreementAct.AGREEMENT_LISTED, AuditedObject.list(KIND));
        return rows.map(row -> AgreementView.from(row, members.get(row.recipient)));
    }

    /** @throws Problem NOT_FOUND also, for its counterpart, for one that never came into force */
    @Transactional
    AgreementView read(UUID id) {
        Agreement row = repository.find(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
        audit.record(AgreementAct.AGREEMENT_READ, audited(row));
        return view(row);
    }

    /** @throws Problem INVALID for who is no admitted foreign FIU, and for person-level data without a ground */
    @Transactional
    AgreementView propose(AgreementForm form) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        form.check();
        Member counterpart = directory
                .admitted(form.counterpart())
                .filter(member -> member.kind() == ParticipantKind.FOREIGN_FIU)
                .orElseThrow(() -> Problem.invalid("counterpart", "unknown_counterpart"));
        replace(scope, counterpart.id(), AgreementStatus.PROPOSED);
        Agreement row = new Agreement();
        row.id = Ids.next();
        row.owner = caller.participantId();
        row.recipient = counterpart.id();
        row.status = AgreementStatus.PROPOSED;
        row.reference = form.reference();
        row.signedOn = form.signedOn();
        row.endsAt = form.endsAt();
        row.personLevel = form.personLevel();
        row.transferGround = form.transferGround();
        row.conditions = form.conditions();
        row.proposedBy = caller.person();
        row.proposedAt = clock.instant();
        row.digest = digests.of(List.of(row.id, form));
        repository.persistAndFlush(row);
        audit.record(AgreementStep.PROPOSE.act(), audited(row), row.digest);
        return view(row);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID when it declines without a reason, STATE_CONFLICT when it does not wait, or has ended before it could begin,
     *     VERSION_CHANGED for another digest, SAME_PERSON for who proposed it
     */
    @Transactional
    AgreementView decide(UUID id, DecideOnAgreement command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        command.check();
        Agreement row = lock(scope, id);
        if (row.status != AgreementStatus.PROPOSED) {
            throw Problem.stateConflict("agreement_step_not_open");
        }
        if (!command.digest().equals(row.digest)) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
        Instant now = clock.instant();
        row.decided(caller, now);
        AgreementStep step = AgreementStep.DECLINE;
        if (command.decision() == DecideOnAgreement.Choice.APPROVE) {
            if (!row.endsAt.isAfter(now)) {
                throw Problem.stateConflict("agreement_over");
            }
            step = AgreementStep.APPROVE;
            replace(scope, row.recipient, AgreementStatus.LIVE);
        } else {
            row.declineReason = command.reason();
        }
        row.take(step);
        repository.flush();
        audit.record(step.act(), audited(row), row.digest);
        return view(row);
    }

    /**
     * At once, by one person: what closes a border needs no second.
     *
     * @throws Problem NOT_FOUND, STATE_CONFLICT when it is not in force
     */
    @Transactional
    AgreementView end(UUID id) {
        Caller caller = current.get();
        Agreement row = lock(policy.visibility(caller), id);
        row.take(AgreementStep.END);
        row.endedBy = caller.person();
        row.endedAt = clock.instant();
        repository.flush();
        audit.record(AgreementStep.END.act(), audited(row));
        return view(row);
    }

    private Agreement lock(Visibility scope, UUID id) {
        if (!repository.isOwned(scope, id)) {
            throw Problem.notFound();
        }
        return repository.lock(scope, id).orElseThrow(() -> Problem.stateConflict("agreement_step_not_open"));
    }

    private void replace(Visibility scope, UUID counterpart, AgreementStatus status) {
        for (Agreement before : repository.lockOf(scope, counterpart, status)) {
            before.take(AgreementStep.REPLACE);
            audit.record(AgreementStep.REPLACE.act(), audited(before));
        }
        repository.flush();
    }

    private AgreementView view(Agreement row) {
        return AgreementView.from(row, directory.byId(List.of(row.recipient)).get(row.recipient));
    }

    private static AuditedObject audited(Agreement row) {
        return new AuditedObject(KIND, row.id, row.owner);
    }
}
