package org.simpul.identifier.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** Confirmed false positives: the owner's own, told to nobody else. */
@ApplicationScoped
class FalsePositiveService {
    private static final String KIND = "FALSE_POSITIVE";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final CorrectionRepository repository;
    private final AuditLog audit;
    private final InstantSource clock;

    FalsePositiveService(
            CurrentCaller current,
            AccessPolicy policy,
            CorrectionRepository repository,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** What two persons agreed on; nothing when it is confirmed already. */
    @Transactional
    void confirm(Correction correction) {
        Caller caller = current.get();
        if (repository.isConfirmed(policy.visibility(caller), correction.identifier())) {
            return;
        }
        FalsePositive row = new FalsePositive();
        row.id = Ids.next();
        row.owner = caller.participantId();
        row.type = correction.type;
        row.scope = correction.scope;
        row.value = correction.value;
        row.correctionId = correction.id;
        row.reason = correction.reason;
        row.confirmedBy = caller.person();
        row.confirmedAt = clock.instant();
        repository.add(row);
        audit.record(CorrectionAct.FALSE_POSITIVE_CONFIRMED, audited(row));
    }

    @Transactional
    Page<FalsePositiveView> list(PageRequest page) {
        Page<FalsePositive> rows =
                Page.of(repository.falsePositives(policy.visibility(current.get()), page), page.size(), row -> row.id);
        audit.record(CorrectionAct.FALSE_POSITIVES_LISTED, AuditedObject.list(KIND));
        return rows.map(FalsePositiveView::of);
    }

    /** @throws Problem NOT_FOUND when it does not stand */
    @Transactional
    void lift(UUID id) {
        Caller caller = current.get();
        FalsePositive row =
                repository.falsePositive(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        row.liftedBy = caller.person();
        row.liftedAt = clock.instant();
        audit.record(CorrectionAct.FALSE_POSITIVE_LIFTED, audited(row));
    }

    private static AuditedObject audited(FalsePositive row) {
        return new AuditedObject(KIND, row.id, row.owner);
    }
}
