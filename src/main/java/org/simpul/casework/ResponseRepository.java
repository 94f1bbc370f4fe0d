package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ResponseRepository implements PanacheRepositoryBase<DisseminationResponse, UUID> {

    List<DisseminationResponse> newest(Visibility scope, DisseminationVersion version, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationResponse r where r.objectId = :version and r.id < :before and "
                                        + scope.contributed("r")
                                        + " and (r.objectOwner = :myParticipant or " + mine() + ") order by r.id desc",
                                DisseminationResponse.class)
                        .setParameter("version", version.id)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** All answers to the versions, for their owner. */
    List<DisseminationResponse> toOurs(Visibility scope, Collection<UUID> versions) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationResponse r where r.objectId in (:versions)"
                                        + " and r.objectOwner = :myParticipant order by r.id",
                                DisseminationResponse.class)
                        .setParameter("versions", versions))
                .getResultList();
    }

    /** What the caller itself, or its agency for it, has answered. */
    List<DisseminationResponse> ours(Visibility scope, Collection<UUID> versions) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationResponse r where r.objectId in :versions and " + scope.owned("r")
                                        + " and " + mine() + " order by r.id",
                                DisseminationResponse.class)
                        .setParameter("versions", versions))
                .getResultList();
    }

    /** @return what the caller itself, or its agency for it, has answered, by version */
    Map<UUID, List<ResponseKind>> kinds(Visibility scope, Collection<DisseminationVersion> versions) {
        return ours(scope, versions.stream().map(version -> version.id).toList()).stream()
                .collect(Collectors.groupingBy(
                        row -> row.objectId, Collectors.mapping(row -> row.kind, Collectors.toList())));
    }

    /** Not what a colleague answered to what reached that colleague alone. */
    private static String mine() {
        return "(r.personId is null or r.personId in (:myKeys))";
    }
}
