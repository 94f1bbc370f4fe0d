package org.simpul.oversight;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
                .getResultStream()
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

    /** @param anomalies loaded in scope */
    Map<UUID, AnomalyReview> reviews(Collection<Anomaly> anomalies) {
        return getEntityManager()
                .createQuery("from AnomalyReview r where r.anomalyId in (:ids) order by r.id desc", AnomalyReview.class)
                .setParameter(
                        "ids", anomalies.stream().map(anomaly -> anomaly.id).toList())
                .getResultStream()
                .collect(Collectors.toMap(review -> review.anomalyId, Function.identity(), (later, first) -> first));
    }

    @Nullable
    AnomalyReview review(Anomaly anomaly) {
        return reviews(List.of(anomaly)).get(anomaly.id);
    }
}
