package org.simpul.identifier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Identifiers that so many share for good reason that they link nobody; the FIU's own list. */
@ApplicationScoped
public class ExclusionService {
    private static final String KIND = "EXCLUSION";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ExclusionRepository repository;
    private final AuditLog audit;
    private final InstantSource clock;

    ExclusionService(
            CurrentCaller current,
            AccessPolicy policy,
            ExclusionRepository repository,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<ExclusionView> list(PageRequest page) {
        Page<Exclusion> rows = Page.of(
                repository.live(policy.visibility(current.get()), page), page.size(), exclusion -> exclusion.id);
        audit.record(IdentifierAct.EXCLUSION_LISTED, AuditedObject.list(KIND));
        return rows.map(ExclusionView::from);
    }

    /** @throws Problem INVALID when it has no canonical form, STATE_CONFLICT when it is on the list */
    @Transactional
    ExclusionView add(AddExclusion command) {
        Caller caller = current.get();
        Identifier identifier = command.identifier().canonical("identifier");
        if (among(List.of(identifier.value())).containsKey(identifier)) {
            throw Problem.stateConflict("excluded_before");
        }
        Exclusion exclusion = new Exclusion();
        exclusion.id = Ids.next();
        exclusion.owner = caller.participantId();
        exclusion.type = identifier.type().name();
        exclusion.scope = identifier.scope();
        exclusion.value = identifier.value();
        exclusion.reason = command.reason();
        exclusion.addedBy = caller.person();
        exclusion.addedAt = clock.instant();
        repository.persist(exclusion);
        audit.record(IdentifierAct.EXCLUSION_ADDED, audited(exclusion));
        return ExclusionView.from(exclusion);
    }

    /** @throws Problem NOT_FOUND when it is not on the list */
    @Transactional
    void remove(UUID id) {
        Caller caller = current.get();
        Exclusion exclusion = repository.live(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        exclusion.removedBy = caller.person();
        exclusion.removedAt = clock.instant();
        audit.record(IdentifierAct.EXCLUSION_REMOVED, audited(exclusion));
    }

    /** @return the reasons of those of our list that have one of the values, in canonical form */
    @Transactional
    @NotAudited("a part of use cases that are audited themselves")
    public Map<Identifier, ExclusionReason> among(Collection<String> values) {
        Visibility scope = policy.visibility(current.get());
        return values.isEmpty()
                ? Map.of()
                : repository.withValues(scope, values).stream()
                        .collect(Collectors.toMap(Exclusion::identifier, exclusion -> exclusion.reason, (a, b) -> a));
    }

    private static AuditedObject audited(Exclusion exclusion) {
        return new AuditedObject(KIND, exclusion.id, exclusion.owner);
    }
}
