package org.simpul.hold;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.casework.Cases;
import org.simpul.identifier.Identifier;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class HoldRepository implements PanacheRepositoryBase<HoldVersion, UUID> {

    /** Own files of these holds. */
    List<Hold> files(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery("from Hold h where h.id in (:ids) and " + own(scope), Hold.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** An own file, for a change. */
    Optional<Hold> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Hold h where h.id = :id and " + own(scope), Hold.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Own files whose clock has something to say. */
    List<UUID> due(Visibility scope, Instant now) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select h.id from Hold h where " + scope.owned("h")
                                        + " and h.lookAt <= :now order by h.lookAt",
                                UUID.class)
                        .setParameter("now", now))
                .setMaxResults(200)
                .getResultList();
    }

    /** The first version of each hold that is seen, own or received, newest first. */
    List<HoldVersion> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from HoldVersion v where v.number = 1 and v.place < :before and " + seen(scope, "v")
                                        + " order by v.place desc",
                                HoldVersion.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** What is seen of these holds, in order. */
    List<HoldVersion> versions(Visibility scope, Collection<UUID> holds) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from HoldVersion v where v.holdId in (:holds) and " + seen(scope, "v")
                                        + " order by v.holdId, v.number",
                                HoldVersion.class)
                        .setParameter("holds", holds))
                .getResultList();
    }

    /** The one of an own hold that is not sealed. */
    Optional<HoldVersion> open(Visibility scope, Hold hold) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from HoldVersion v where v.holdId = :hold and v.sealedAt is null and "
                                        + scope.owned("v"),
                                HoldVersion.class)
                        .setParameter("hold", hold.id))
                .getResultList()
                .stream()
                .findFirst();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> holds) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select distinct v.holdId from HoldVersion v where v.holdId in (:holds) and "
                                        + seen(scope, "v"),
                                UUID.class)
                        .setParameter("holds", holds))
                .getResultList();
    }

    /**
     * Whether another hold of the caller's institution, or a step of it, stands on this letter: also one that the caller
     * does not see. Nobody else takes the letter until the commit.
     */
    boolean isLetterTaken(String letter, UUID exceptHold) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select simpul_letter_taken(?1, ?2)")
                .setParameter(1, letter)
                .setParameter(2, exceptHold)
                .getSingleResult();
    }

    /** @param version loaded in scope */
    List<Identifier> accounts(HoldVersion version) {
        return getEntityManager()
                .createQuery("from HoldAccount a where a.versionId = :version order by a.position", HoldAccount.class)
                .setParameter("version", version.id)
                .getResultList()
                .stream()
                .map(HoldAccount::identifier)
                .toList();
    }

    /** @param version an own one that is open */
    void replaceAccounts(HoldVersion version, List<Identifier> accounts) {
        removeAccounts(version);
        for (int i = 0; i < accounts.size(); i++) {
            getEntityManager().persist(HoldAccount.of(version, i, accounts.get(i)));
        }
    }

    /** @param version an own one that is open */
    void remove(HoldVersion version) {
        removeAccounts(version);
        delete(version);
    }

    private void removeAccounts(HoldVersion version) {
        getEntityManager()
                .createQuery("delete from HoldAccount a where a.versionId = :version")
                .setParameter("version", version.id)
                .executeUpdate();
    }

    List<Origin> origins(Visibility scope, Hold hold) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "select o.kind, o.objectId from HoldOrigin o where o.holdId = :hold and "
                                        + scope.owned("o") + " order by o.kind, o.objectId",
                                Object[].class)
                        .setParameter("hold", hold.id))
                .getResultList()
                .stream()
                .map(row -> new Origin((OriginKind) row[0], (UUID) row[1]))
                .toList();
    }

    /** @param hold an own one */
    void replaceOrigins(Hold hold, List<Origin> origins) {
        getEntityManager()
                .createQuery("delete from HoldOrigin o where o.holdId = :hold")
                .setParameter("hold", hold.id)
                .executeUpdate();
        for (Origin origin : origins) {
            HoldOrigin row = new HoldOrigin();
            row.owner = hold.owner;
            row.holdId = hold.id;
            row.kind = origin.kind();
            row.objectId = origin.id();
            getEntityManager().persist(row);
        }
    }

    /** What institutions did, in order: one's own, and what others did with one's holds. */
    List<HoldAnswer> answers(Visibility scope, Collection<UUID> holds) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from HoldAnswer a where a.objectId in (:holds) and " + scope.contributed("a")
                                        + " order by a.id",
                                HoldAnswer.class)
                        .setParameter("holds", holds))
                .getResultList();
    }

    Optional<HoldAnswer> answer(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from HoldAnswer a where a.id = :id and " + scope.contributed("a"), HoldAnswer.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    private static String own(Visibility scope) {
        return scope.owned("h") + " and " + withItsCases(scope, "h.id");
    }

    private static String seen(Visibility scope, String version) {
        return "%s and (%s.owner <> :myParticipant or %s)"
                .formatted(
                        scope.seen(version, ObjectKind.HOLD_VERSION),
                        version,
                        withItsCases(scope, version + ".holdId"));
    }

    /** Of our own: where a restricted case gave the reason, for those alone who see that. */
    static String withItsCases(Visibility scope, String hold) {
        return "not exists (select 1 from HoldOrigin o where o.holdId = %s and o.kind = org.simpul.hold.OriginKind.CASE and not %s)"
                .formatted(hold, Cases.seen(scope, "o.objectId"));
    }
}
