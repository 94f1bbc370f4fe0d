package org.simpul.identifier.correction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.identifier.Identifier;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class CorrectionRepository implements PanacheRepositoryBase<Correction, UUID> {

    Optional<Correction> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from Correction c where c.id = :correction and " + scope.contributed("c"),
                                Correction.class)
                        .setParameter("correction", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Correction> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Correction c where c.id < :before and " + scope.contributed("c")
                                        + " order by c.id desc",
                                Correction.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** The answers to proposals that were found in scope, by proposal. */
    Map<UUID, CorrectionDecision> decisions(Visibility scope, Collection<UUID> corrections) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from CorrectionDecision d where d.objectId in (:corrections) and "
                                        + scope.contributed("d"),
                                CorrectionDecision.class)
                        .setParameter("corrections", corrections))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(decision -> decision.objectId, Function.identity()));
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select c.id from Correction c where c.id in (:ids) and " + scope.contributed("c"),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** Nobody of the institution proposes to correct the entry beside the caller's transaction. */
    void holdStill(UUID owner, UUID listId, Identifier identifier) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('correction ' || ?1, 0)) as text)")
                .setParameter(1, "%s %s %s %s".formatted(owner, listId, identifier.type(), identifier.value()))
                .getSingleResult();
    }

    /** Whether a proposal of the caller's for the entry waits for its answer. */
    boolean isOpen(Visibility scope, UUID listId, Identifier identifier) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select c.id from Correction c where c.objectId = :list and c.value = :value"
                                        + " and c.type = :type and c.scope = :scope and not exists"
                                        + " (select 1 from CorrectionDecision d where d.objectId = c.id) and "
                                        + scope.owned("c"),
                                UUID.class)
                        .setParameter("list", listId)
                        .setParameter("value", identifier.value())
                        .setParameter("type", identifier.type())
                        .setParameter("scope", identifier.scope()))
                .getResultList()
                .isEmpty();
    }

    void add(CorrectionDecision decision) {
        getEntityManager().persist(decision);
        flush();
    }

    void add(FalsePositive falsePositive) {
        getEntityManager().persist(falsePositive);
        flush();
    }

    /** Those that stand, newest first. */
    List<FalsePositive> falsePositives(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from FalsePositive f where f.liftedAt is null and f.id < :before and "
                                        + scope.owned("f") + " order by f.id desc",
                                FalsePositive.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** @return false while entries of the owner's are being added, which may take minutes */
    boolean tryHoldAdditions(UUID owner) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('false positive ' || cast(?1 as text), 0))")
                .setParameter(1, owner)
                .getSingleResult();
    }

    /** @return false when somebody has lifted it at the same time */
    boolean lift(FalsePositive row, UUID person, Instant now, String reason) {
        return getEntityManager()
                        .createQuery(
                                """
                                update FalsePositive f set f.liftedBy = :person, f.liftedAt = :now, f.liftReason = :reason
                                where f.id = :id and f.owner = :owner and f.liftedAt is null""")
                        .setParameter("person", person)
                        .setParameter("now", now)
                        .setParameter("reason", reason)
                        .setParameter("id", row.id)
                        .setParameter("owner", row.owner)
                        .executeUpdate()
                == 1;
    }

    Optional<FalsePositive> falsePositive(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from FalsePositive f where f.id = :id and f.liftedAt is null and " + scope.owned("f"),
                                FalsePositive.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean isConfirmed(Visibility scope, Identifier identifier) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select f.id from FalsePositive f where f.value = :value and f.type = :type"
                                        + " and f.scope = :scope and f.liftedAt is null and " + scope.owned("f"),
                                UUID.class)
                        .setParameter("value", identifier.value())
                        .setParameter("type", identifier.type())
                        .setParameter("scope", identifier.scope()))
                .getResultList()
                .isEmpty();
    }
}
