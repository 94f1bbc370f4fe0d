package org.simpul.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;

/** Raises what the rules find, once, and takes what the auditors made of it. */
@ApplicationScoped
class AnomalyService {
    static final String KIND = "ANOMALY";

    private final CurrentCaller current;
    private final AnomalyFinder finder;
    private final AnomalyRepository repository;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    AnomalyService(
            CurrentCaller current,
            AnomalyFinder finder,
            AnomalyRepository repository,
            ParticipantDirectory directory,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.finder = finder;
        this.repository = repository;
        this.directory = directory;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks through the acts by one rule; what was raised before is not raised again. */
    @Transactional
    public void raise(AnomalyRule rule) {
        for (AnomalyFinder.Raised raised : finder.raise(rule)) {
            directory
                    .admitted(List.of(ParticipantKind.SUPERVISOR))
                    .forEach(overseer -> tell(overseer.id(), raised.id()));
            if (raised.owner().equals(current.get().participantId())) {
                tell(raised.owner(), raised.id());
            }
            audit.record(
                    OversightAct.ANOMALY_RAISED, new AuditedObject(KIND, raised.id(), raised.owner()), rule.name());
        }
    }

    private void tell(UUID institution, UUID anomaly) {
        notifications.put(new Notification(institution, null, Permission.ANOMALY_REVIEW, KIND, anomaly, false));
    }

    @Transactional
    Page<AnomalyView> list(PageRequest page) {
        Page<Anomaly> found = Page.of(repository.newest(current.get(), page), page.size(), anomaly -> anomaly.id);
        Map<UUID, List<AnomalyReview>> reviews = repository.reviews(found.items());
        audit.record(OversightAct.ANOMALY_LISTED, AuditedObject.list(KIND));
        return found.map(anomaly -> AnomalyView.of(anomaly, reviews.getOrDefault(anomaly.id, List.of())));
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when the caller's institution has reviewed it */
    @Transactional
    AnomalyView review(UUID id, ReviewAnomaly command) {
        Caller caller = current.get();
        Anomaly anomaly = repository.find(caller, id).orElseThrow(Problem::notFound);
        if (repository.reviews(anomaly).stream().anyMatch(one -> one.owner.equals(caller.participantId()))) {
            throw Problem.stateConflict("anomaly_reviewed");
        }
        AnomalyReview review = new AnomalyReview();
        review.id = Ids.next();
        review.owner = caller.participantId();
        review.anomalyId = id;
        review.verdict = command.verdict();
        review.note = command.note();
        review.reviewedBy = caller.person();
        review.at = clock.instant();
        repository.getEntityManager().persist(review);
        repository.flush();
        audit.record(
                OversightAct.ANOMALY_REVIEWED,
                new AuditedObject(KIND, id, anomaly.owner),
                command.verdict().name());
        return AnomalyView.of(anomaly, repository.reviews(anomaly));
    }
}
