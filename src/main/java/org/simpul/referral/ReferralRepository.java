package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ReferralRepository implements PanacheRepositoryBase<Referral, UUID> {

    Optional<Referral> find(Visibility scope, UUID id) {
        return query(scope, id).getResultList().stream().findFirst();
    }

    /** Locks it, so that of two who edit at once the second finds that it has moved on. */
    Optional<Referral> lock(Visibility scope, UUID id) {
        return query(scope, id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .findFirst();
    }

    List<Referral> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Referral r where " + scope.ownedWithinTeam("r")
                                        + " and r.id < :before order by r.id desc",
                                Referral.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Those that are its own, or of which a submitted version is seen. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select r.id from Referral r where r.id in (:ids) and " + scope.ownedWithinTeam("r")
                                        + " union select v.referralId from ReferralVersion v where v.referralId in (:ids)"
                                        + " and v.sealedAt is not null and v.owner <> :myParticipant and "
                                        + scope.seen("v", ObjectKind.REFERRAL_VERSION),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    private TypedQuery<Referral> query(Visibility scope, UUID id) {
        return scope.bind(getEntityManager()
                .createQuery("from Referral r where r.id = :id and " + scope.ownedWithinTeam("r"), Referral.class)
                .setParameter("id", id));
    }
}
