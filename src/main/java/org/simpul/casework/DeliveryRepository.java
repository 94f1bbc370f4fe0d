package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<DisseminationDelivery, UUID> {
    /** What it owes has not come; an outcome that was corrected since does not count. */
    private static final String OPEN =
            """
             and d.owes <> org.simpul.casework.Owed.NOTHING and not exists (select 1 from DisseminationResponse r
              where r.objectId = d.versionId and r.owner = d.participantId
                and (r.personId is null or r.personId = d.personId)
                and (d.owes = org.simpul.casework.Owed.DELETION
                      and r.kind in (org.simpul.casework.ResponseKind.DELETION_CONFIRMED,
                        org.simpul.casework.ResponseKind.KEPT_BY_LAW) and r.at >= d.recalledAt
                    or d.owes = org.simpul.casework.Owed.OUTCOME
                      and r.kind = org.simpul.casework.ResponseKind.OUTCOME
                      and r.outcome <> org.simpul.casework.Outcome.PENDING
                      and not exists (select 1 from DisseminationResponse c where c.corrects = r.id)))
            """;

    List<DisseminationDelivery> ofVersions(Visibility scope, Collection<UUID> versions) {
        return byVersions(scope, versions).getResultList();
    }

    /** For a change, in one order for everybody. */
    List<DisseminationDelivery> lockOfVersions(Visibility scope, Collection<UUID> versions) {
        return byVersions(scope, versions)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private TypedQuery<DisseminationDelivery> byVersions(Visibility scope, Collection<UUID> versions) {
        return scope.bind(getEntityManager()
                .createQuery(
                        "from DisseminationDelivery d where d.versionId in (:versions) and " + scope.owned("d")
                                + " order by d.id",
                        DisseminationDelivery.class)
                .setParameter("versions", versions));
    }

    List<DisseminationDelivery> ofIds(Visibility scope, Collection<UUID> ids) {
        return byIds(scope, ids).getResultList();
    }

    /** For a change, in one order for everybody. */
    List<DisseminationDelivery> lock(Visibility scope, Collection<UUID> ids) {
        return byIds(scope, ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<DisseminationDelivery> byIds(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                .createQuery(
                        "from DisseminationDelivery d where d.id in (:ids) and " + scope.owned("d") + " order by d.id",
                        DisseminationDelivery.class)
                .setParameter("ids", ids));
    }

    /** What an institution as a whole was given. */
    Optional<DisseminationDelivery> lock(Visibility scope, UUID version, UUID institution) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from DisseminationDelivery d where d.versionId = :version"
                                        + " and d.participantId = :institution and d.personId is null and "
                                        + scope.owned("d"),
                                DisseminationDelivery.class)
                        .setParameter("version", version)
                        .setParameter("institution", institution))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What was handed on of earlier versions to those who do not receive this one, and stands. */
    List<DisseminationDelivery> handedOnBefore(DisseminationVersion version) {
        return getEntityManager()
                .createQuery(
                        """
                        from DisseminationDelivery d where d.owner = :owner and d.givenBy is not null and d.recalledAt is null
                          and d.versionId in (select v.id from DisseminationVersion v where v.owner = :owner
                            and v.disseminationId = :dissemination and v.number < :number)
                          and d.participantId not in (select r.participantId from DisseminationRecipient r
                            where r.owner = :owner and r.versionId = :version and r.personId is null) order by d.id""",
                        DisseminationDelivery.class)
                .setParameter("owner", version.owner)
                .setParameter("dissemination", version.disseminationId)
                .setParameter("number", version.number)
                .setParameter("version", version.id)
                .getResultList();
    }

    /** Whether an institution as a whole is to receive the version from its owner. */
    boolean isReceivedBy(DisseminationVersion version, UUID institution) {
        return !getEntityManager()
                .createQuery(
                        """
                        select r.id from DisseminationRecipient r where r.owner = :owner and r.versionId = :version
                          and r.participantId = :institution and r.personId is null""",
                        UUID.class)
                .setParameter("owner", version.owner)
                .setParameter("version", version.id)
                .setParameter("institution", institution)
                .getResultList()
                .isEmpty();
    }

    /** Whoever received an earlier version and receives this one answers this one. */
    void settleEarlier(DisseminationVersion version, DisseminationRecipient recipient) {
        getEntityManager()
                .createQuery(
                        """
                        update DisseminationDelivery d set d.owes = org.simpul.casework.Owed.NOTHING
                        where d.owner = :owner and d.owes = org.simpul.casework.Owed.OUTCOME
                          and d.participantId = :participant
                          and (d.personId = :person or d.personId is null and :person is null)
                          and d.versionId in (select v.id from DisseminationVersion v where v.owner = :owner
                            and v.disseminationId = :dissemination and v.number < :number)
                        """)
                .setParameter("owner", version.owner)
                .setParameter("participant", recipient.participantId)
                .setParameter("person", recipient.personId)
                .setParameter("dissemination", version.disseminationId)
                .setParameter("number", version.number)
                .executeUpdate();
    }

    List<UUID> due(Visibility scope, Instant now, int most) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select d.id from DisseminationDelivery d where " + scope.owned("d")
                                        + " and d.owes <> org.simpul.casework.Owed.NOTHING and d.remindAt <= :now"
                                        + " order by d.remindAt, d.id",
                                UUID.class)
                        .setParameter("now", now))
                .setMaxResults(most)
                .getResultList();
    }

    Optional<DisseminationDelivery> lockDue(Visibility scope, UUID id, Instant now) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from DisseminationDelivery d where d.id = :id and " + scope.owned("d")
                                        + " and d.owes <> org.simpul.casework.Owed.NOTHING and d.remindAt <= :now",
                                DisseminationDelivery.class)
                        .setParameter("id", id)
                        .setParameter("now", now))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whether what it owes has not come yet. */
    boolean isOpen(Visibility scope, UUID id) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select d.id from DisseminationDelivery d where d.id = :id and " + scope.owned("d")
                                        + OPEN,
                                UUID.class)
                        .setParameter("id", id))
                .getResultList()
                .isEmpty();
    }

    /** That of a restricted case is seen by the case's team. */
    private static String ofASeenVersion(Visibility scope) {
        return "d.versionId in (select v.id from DisseminationVersion v where " + DisseminationRepository.own(scope)
                + ")";
    }

    /** What should have come by now, and has not; newest first. */
    List<DisseminationDelivery> overdue(Visibility scope, Instant now, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationDelivery d where " + scope.owned("d")
                                        + " and d.dueAt <= :now and d.id < :before and " + ofASeenVersion(scope) + OPEN
                                        + " order by d.id desc",
                                DisseminationDelivery.class)
                        .setParameter("now", now)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }
}
