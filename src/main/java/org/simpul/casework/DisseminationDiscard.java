package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Throws a draft away: nobody has received it, and its rows stand where they were copied from. */
@ApplicationScoped
class DisseminationDiscard {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository repository;
    private final CaseRepository caseFiles;
    private final Cases cases;
    private final CopiedRows rows;
    private final Recipients recipients;
    private final AuditLog audit;

    DisseminationDiscard(
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository repository,
            CaseRepository caseFiles,
            Cases cases,
            CopiedRows rows,
            Recipients recipients,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.caseFiles = caseFiles;
        this.cases = cases;
        this.rows = rows;
        this.recipients = recipients;
        this.audit = audit;
    }

    /**
     * The versions before it stay with those who received them.
     *
     * @throws Problem NOT_FOUND, VERSION_CHANGED, STATE_CONFLICT when it is no draft, or a legal hold keeps it
     */
    @Transactional
    void discard(UUID id, @Nullable String ifMatch) {
        Visibility scope = policy.visibility(current.get());
        DisseminationVersion version = repository.lock(scope, id).orElseThrow(Problem::notFound);
        Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, version.revision);
        if (version.status(file) != DisseminationStatus.DRAFT) {
            throw Problem.stateConflict("not_a_draft");
        }
        if (repository.isOnLegalHold(file)) {
            throw Problem.stateConflict("on_legal_hold");
        }
        CaseFile from = caseFiles.find(scope, file.caseId).orElseThrow(Problem::notFound);
        rows.remove(version);
        recipients.remove(version);
        repository.delete(version);
        if (version.number == 1) {
            repository.getEntityManager().remove(file);
        } else {
            file.status = DisseminationStatus.DISSEMINATED;
            file.returnReason = null;
        }
        cases.tell(from, CaseEventKind.DISSEMINATION_DISCARDED, file.id, null);
        repository.flush();
        audit.record(CaseworkAct.DISSEMINATION_DISCARDED, DisseminationService.audited(version));
    }
}
