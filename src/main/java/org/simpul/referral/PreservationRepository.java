package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class PreservationRepository implements PanacheRepositoryBase<PreservationRequest, UUID> {

    /** With the last answer for each item. */
    Page<PreservationView> newest(Visibility scope, UUID referralId, PageRequest page) {
        List<PreservationRequest> rows = scope.bind(getEntityManager()
                        .createQuery(
                                "from PreservationRequest q where q.objectId = :referral and q.id < :before and "
                                        + scope.contributed("q") + " order by q.id desc",
                                PreservationRequest.class)
                        .setParameter("referral", referralId)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
        Map<UUID, Map<String, PreservationAnswer>> answers =
                answers(scope, rows.stream().map(request -> request.id).toList());
        return Page.of(rows, page.size(), request -> request.id)
                .map(request -> PreservationView.from(request, answers.getOrDefault(request.id, Map.of())));
    }

    Optional<PreservationRequest> find(Visibility scope, UUID requestId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from PreservationRequest q where q.id = :id and " + scope.contributed("q"),
                                PreservationRequest.class)
                        .setParameter("id", requestId))
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<PreservationRequest> of(Visibility scope, Referral referral, UUID requestId) {
        return find(scope, requestId).filter(request -> request.objectId.equals(referral.id));
    }

    PreservationView view(Visibility scope, PreservationRequest request) {
        getEntityManager().flush();
        return PreservationView.from(
                request, answers(scope, List.of(request.id)).getOrDefault(request.id, Map.of()));
    }

    void persist(PreservationAnswer answer) {
        getEntityManager().persist(answer);
    }

    private Map<UUID, Map<String, PreservationAnswer>> answers(Visibility scope, List<UUID> requests) {
        Map<UUID, Map<String, PreservationAnswer>> last = new HashMap<>();
        if (!requests.isEmpty()) {
            scope
                    .bind(getEntityManager()
                            .createQuery(
                                    "from PreservationAnswer a where a.objectId in (:requests) and "
                                            + scope.contributed("a") + " order by a.id",
                                    PreservationAnswer.class)
                            .setParameter("requests", requests))
                    .getResultList()
                    .stream()
                    .forEach(answer -> last.computeIfAbsent(answer.objectId, id -> new HashMap<>())
                            .put(answer.itemReference, answer));
        }
        return last;
    }
}
