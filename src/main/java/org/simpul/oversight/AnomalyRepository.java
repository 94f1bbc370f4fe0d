package org.simpul.oversight;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.PageRequest;

@ApplicationScoped
class AnomalyRepository implements PanacheRepositoryBase<Anomaly, UUID> {
    /** Everybody's for the overseer, its own people's for the FIU, and never of whoever looks. */
    private static final String SEEN = "(:overseer = true or :fiu = true and a.owner = :me) and a.personId <> :self";

    private static final UUID NOBODY = new UUID(0, 0);

    private static <T> TypedQuery<T> bind(Caller caller, TypedQuery<T> query) {
        return query.setParameter("overseer", caller.kind() == ParticipantKind.SUPERVISOR)
                .setParameter("fiu", caller.kind() == ParticipantKind.FIU)
                .setParameter("me", caller.participantId())
                .setParameter("self", caller.personId() == null ? NOBODY : caller.personId());
    }

    List<Anomaly> newest(Caller caller, PageRequest page) {
        return bind(
                        caller,
                        getEntityManager()
                                .createQuery(
                                        "from Anomaly a where a.id < :before and " + SEEN + " order by a.id desc",
                                        Anomaly.class)
                                .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    Optional<Anomaly> find(Caller caller, UUID id) {
        return bind(
                        caller,
                        getEntityManager()
                                .createQuery("from Anomaly a where a.id = :id and " + SEEN, Anomaly.class)
                                .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    List<UUID> seen(Caller caller, Collection<UUID> ids) {
        return bind(
                        caller,
                        getEntityManager()
                                .createQuery("select a.id from Anomaly a where a.id in (:ids) and " + SEEN, UUID.class)
                                .setParameter("ids", ids))
                .getResultList();
    }

    /**
     * One of each institution, the person's own last: the overseer's come first.
     *
     * @param anomalies loaded in scope
     */
    Map<UUID, List<AnomalyReview>> reviews(Collection<Anomaly> anomalies) {
        return getEntityManager()
                .createQuery(
                        """
                        select r from AnomalyReview r join Anomaly a on a.id = r.anomalyId where a.id in (:ids)
                        order by case when r.owner = a.owner then 1 else 0 end, r.id""",
                        AnomalyReview.class)
                .setParameter(
                        "ids", anomalies.stream().map(anomaly -> anomaly.id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(review -> review.anomalyId));
    }

    List<AnomalyReview> reviews(Anomaly anomaly) {
        return reviews(List.of(anomaly)).getOrDefault(anomaly.id, List.of());
    }
}
