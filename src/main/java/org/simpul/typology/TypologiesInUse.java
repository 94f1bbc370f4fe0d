package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What institutions may build on, and what comes back from them into the next draft. */
@ApplicationScoped
public class TypologiesInUse {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final TypologyRepository repository;
    private final RetirementRepository retirements;
    private final Drafting drafting;
    private final AuditLog audit;

    TypologiesInUse(
            CurrentCaller current,
            AccessPolicy policy,
            TypologyRepository repository,
            RetirementRepository retirements,
            Drafting drafting,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.retirements = retirements;
        this.drafting = drafting;
        this.audit = audit;
    }

    /**
     * The newest version that is published to the caller.
     *
     * @throws Problem NOT_FOUND when there is none, STATE_CONFLICT when the typology is retired
     */
    @Transactional
    @NotAudited("asked inside use cases that are audited themselves")
    public InUse newest(UUID typologyId) {
        Visibility scope = policy.visibility(current.get());
        return inUse(scope, repository.newestPublished(scope, typologyId));
    }

    /**
     * One version that is published to the caller.
     *
     * @throws Problem NOT_FOUND when there is none, STATE_CONFLICT when the typology is retired
     */
    @Transactional
    @NotAudited("asked inside use cases that are audited themselves")
    public InUse numbered(UUID typologyId, int number) {
        Visibility scope = policy.visibility(current.get());
        return inUse(scope, repository.numbered(scope, typologyId, number).filter(version -> version.sealedAt != null));
    }

    /**
     * Takes a red flag into the open draft of a typology of the caller's own, or into one that is opened for it.
     *
     * @throws Problem STATE_CONFLICT when the draft waits for a decision or the typology is retired, INVALID when the
     *     typology can't hold it
     */
    @Transactional
    public void takeIn(UUID typologyId, RedFlagContent flag) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Typology file = repository.hold(scope, typologyId).orElseThrow(Problem::notFound);
        if (file.status == TypologyStatus.PUBLISHED) {
            audit.record(
                    TypologyTransition.OPEN_NEXT.act(), TypologyService.audited(drafting.next(caller, scope, file)));
        }
        TypologyVersion draft = repository.newest(scope, typologyId).orElseThrow(Problem::notFound);
        drafting.write(
                caller, file, draft, draft.content(repository.flags(draft)).with(flag));
        audit.record(TypologyTransition.EDIT.act(), TypologyService.audited(draft));
    }

    private InUse inUse(Visibility scope, Optional<TypologyVersion> found) {
        TypologyVersion version = found.orElseThrow(Problem::notFound);
        if (!retirements.retired(scope, List.of(version.typologyId)).isEmpty()) {
            throw Problem.stateConflict("typology_retired");
        }
        return new InUse(version.id, version.owner);
    }
}
