package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** How far the recipients of the FIU's disseminations are, and who owes it an answer. */
@ApplicationScoped
@Transactional
public class DeliveryService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository disseminations;
    private final DeliveryRepository repository;
    private final Deliveries deliveries;
    private final AuditLog audit;
    private final InstantSource clock;

    DeliveryService(
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository disseminations,
            DeliveryRepository repository,
            Deliveries deliveries,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.disseminations = disseminations;
        this.repository = repository;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of one version: a dissemination has at most a hundred recipients. */
    Page<DeliveryView> list(UUID disseminationId) {
        Visibility scope = policy.visibility(current.get());
        DisseminationVersion version =
                disseminations.find(scope, disseminationId).orElseThrow(Problem::notFound);
        List<DeliveryView> views = deliveries.views(scope, repository.ofVersions(scope, List.of(version.id)));
        audit.record(CaseworkAct.DELIVERY_LISTED, DisseminationService.audited(version));
        return new Page<>(views, null);
    }

    /** What should have come by now: outcomes, and confirmations of deletions. */
    Page<DeliveryView> overdue(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<DisseminationDelivery> rows =
                Page.of(repository.overdue(scope, clock.instant(), page), page.size(), row -> row.id);
        audit.record(CaseworkAct.DELIVERY_LISTED, AuditedObject.list("DISSEMINATION_DELIVERY"));
        return new Page<>(deliveries.views(scope, rows.items()), rows.nextPageToken());
    }
}
