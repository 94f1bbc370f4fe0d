package org.simpul.sharing.consent;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.RestrictedVersions;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {
    private final List<RestrictedVersions> restricted;

    ConsentRepository(@All List<RestrictedVersions> restricted) {
        this.restricted = restricted;
    }

    Optional<Consent> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Consent c where c.id = :id and " + seen(scope), Consent.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Nobody decides on a consent, nor revokes one of an object, beside the caller's transaction. */
    void holdStill(UUID id) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(cast(?1 as text), 0)) as text)")
                .setParameter(1, id)
                .getSingleResult();
    }

    List<Consent> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Consent c where c.id < :before and " + seen(scope) + " order by c.id desc",
                                Consent.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Those of the ids that are seen. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery("select c.id from Consent c where c.id in (:ids) and " + seen(scope), UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    List<ConsentDecision> decisions(Visibility scope, Collection<UUID> consents) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from ConsentDecision d where d.consentId in (:consents) and " + scope.exchanged("d")
                                        + " order by d.id",
                                ConsentDecision.class)
                        .setParameter("consents", consents))
                .getResultList();
    }

    /** Whether the caller's institution may take it out by a consent that stands. */
    boolean allowsExport(Visibility scope, SharedVersion version, Instant now) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                """
                                select c.id from Consent c join ConsentDecision g on g.consentId = c.id
                                where c.objectId = :object and c.objectKind = :kind and c.objectOwner = :originator
                                  and c.scope = org.simpul.sharing.consent.ConsentScope.EXPORT and %s
                                  and g.owner = c.objectOwner and g.until > :now
                                  and g.outcome = org.simpul.sharing.consent.ConsentDecision.Outcome.GRANTED
                                  and not exists (select 1 from ConsentDecision r where r.consentId = c.id
                                    and r.outcome = org.simpul.sharing.consent.ConsentDecision.Outcome.REVOKED)"""
                                        .formatted(scope.owned("c")),
                                UUID.class)
                        .setParameter("object", version.id())
                        .setParameter("kind", version.kind())
                        .setParameter("originator", version.owner())
                        .setParameter("now", now))
                .getResultList()
                .isEmpty();
    }

    /** @return what the consents are of, by their ids */
    Map<UUID, UUID> objects(Visibility scope, Collection<UUID> consents) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Consent c where c.id in (:ids) and " + scope.owned("c"), Consent.class)
                        .setParameter("ids", consents))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(consent -> consent.id, consent -> consent.objectId));
    }

    Optional<OnwardDisclosure> onward(Visibility scope, UUID id, LockModeType lock) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from OnwardDisclosure o where o.id = :id and " + scope.owned("o"),
                                OnwardDisclosure.class)
                        .setParameter("id", id))
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<OnwardDisclosure> onward(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from OnwardDisclosure o where o.id < :before and " + scope.owned("o")
                                        + " order by o.id desc",
                                OnwardDisclosure.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<UUID> onwardSeen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select o.id from OnwardDisclosure o where o.id in (:ids) and " + scope.owned("o"),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** Whoever asked and the originator; of what that has restricted, its team alone. */
    private String seen(Visibility scope) {
        StringBuilder seen = new StringBuilder(scope.contributed("c"));
        restricted.forEach(versions -> seen.append(" and (c.objectOwner <> :myParticipant or c.objectKind <> ")
                .append("org.simpul.sharing.ObjectKind.")
                .append(versions.kind())
                .append(" or ")
                .append(versions.seenWithin(scope, "c.objectId"))
                .append(')'));
        return seen.toString();
    }
}
