package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What did not arrive, for the administrator whose webhooks and addresses they are. */
@ApplicationScoped
class DeadLetterService {
    private static final String KIND = "DEAD_LETTER";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OutgoingRepository repository;
    private final AuditLog audit;
    private final InstantSource clock;

    DeadLetterService(
            CurrentCaller current,
            AccessPolicy policy,
            OutgoingRepository repository,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<DeadLetterView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<Outgoing> dead = Page.of(repository.dead(scope, page), page.size(), outgoing -> outgoing.id);
        audit.record(DeliveryAct.DEAD_LETTER_LISTED, AuditedObject.list(KIND));
        return dead.map(DeadLetterView::from);
    }

    /** @throws Problem NOT_FOUND when it is absent or another's, STATE_CONFLICT when it is none, or none any more */
    @Transactional
    DeadLetterView redeliver(UUID id) {
        Caller caller = current.get();
        Outgoing outgoing = repository.hold(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        if (outgoing.state != OutgoingState.DEAD) {
            throw Problem.stateConflict("no_dead_letter");
        }
        outgoing.redeliver(clock.instant());
        audit.record(OutgoingStep.REDELIVER.act(), new AuditedObject(KIND, outgoing.id, outgoing.owner));
        return DeadLetterView.from(outgoing);
    }
}
