package org.simpul.typology.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ProposalRepository implements PanacheRepositoryBase<Proposal, UUID> {

    Optional<Proposal> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from Proposal p where p.id = :proposal and " + scope.contributed("p"), Proposal.class)
                        .setParameter("proposal", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Proposal> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Proposal p where p.id < :before and " + scope.contributed("p")
                                        + " order by p.id desc",
                                Proposal.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** The answers to proposals that were found in scope, by proposal. */
    Map<UUID, Decision> decisions(Visibility scope, Collection<UUID> proposals) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from Decision d where d.objectId in (:proposals) and " + scope.contributed("d"),
                                Decision.class)
                        .setParameter("proposals", proposals))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(decision -> decision.objectId, Function.identity()));
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select p.id from Proposal p where p.id in (:ids) and " + scope.contributed("p"),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    void add(Decision decision) {
        getEntityManager().persist(decision);
        flush();
    }
}
