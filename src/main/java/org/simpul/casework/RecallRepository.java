package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class RecallRepository implements PanacheRepositoryBase<DisseminationRecall, UUID> {
    /** To the agency as a whole, or to the caller by name. */
    private static final String MINE =
            "n.recipient = :myParticipant and (n.personId is null or n.personId in (:myKeys))";

    /** That of a restricted case's dissemination is seen by the case's team. */
    private static String seen(Visibility scope) {
        return scope.owned("r") + " and r.versionId in (select v.id from DisseminationVersion v where "
                + DisseminationRepository.own(scope) + ")";
    }

    Optional<DisseminationRecall> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from DisseminationRecall r where r.id = :id and " + seen(scope),
                                DisseminationRecall.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Those of the ids that are seen. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select r.id from DisseminationRecall r where r.id in (:ids) and " + seen(scope),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** Those that name one of the versions, the newest first. */
    List<DisseminationRecall> ofVersions(Visibility scope, Collection<UUID> versions, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationRecall r where r.versionId in (:versions) and r.id < :before and "
                                        + scope.owned("r") + " order by r.id desc",
                                DisseminationRecall.class)
                        .setParameter("versions", versions)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<RecallNotice> notices(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from RecallNotice n where " + MINE + " and n.id < :before order by n.id desc",
                                RecallNotice.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Nobody answers the notice beside the caller's transaction. */
    void holdStill(UUID notice) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(cast(?1 as text), 0)) as text)")
                .setParameter(1, notice)
                .getSingleResult();
    }

    Optional<RecallNotice> notice(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from RecallNotice n where n.id = :id and " + MINE, RecallNotice.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Those of the notices that are for the caller. */
    List<UUID> noticesSeen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery("select n.id from RecallNotice n where n.id in (:ids) and " + MINE, UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** Whether the recipient was told that a row of the ledger has ended. */
    boolean isTold(Visibility scope, UUID disclosure) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select n.id from RecallNotice n where n.disclosureId = :disclosure and "
                                        + scope.owned("n"),
                                UUID.class)
                        .setParameter("disclosure", disclosure))
                .getResultList()
                .isEmpty();
    }

    /** Whether somebody was told that a version has a newer one. */
    boolean isTold(Visibility scope, RecallNoticeKind kind, UUID version, UUID recipient) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select n.id from RecallNotice n where n.kind = :kind and n.versionId = :version"
                                        + " and n.recipient = :recipient and " + scope.owned("n"),
                                UUID.class)
                        .setParameter("kind", kind)
                        .setParameter("version", version)
                        .setParameter("recipient", recipient))
                .getResultList()
                .isEmpty();
    }

    /** The notice of a delivery that was recalled, for its owner. */
    Optional<UUID> noticeOf(Visibility scope, DisseminationDelivery delivery) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "select n.id from RecallNotice n where n.versionId = :version"
                                        + " and n.kind = org.simpul.casework.RecallNoticeKind.RECALLED"
                                        + " and n.recipient = :recipient"
                                        + " and (n.personId = :person or n.personId is null and :person is null) and "
                                        + scope.owned("n") + " order by n.id desc",
                                UUID.class)
                        .setParameter("version", delivery.versionId)
                        .setParameter("recipient", delivery.participantId)
                        .setParameter("person", delivery.personId))
                .getResultList()
                .stream()
                .findFirst();
    }
}
