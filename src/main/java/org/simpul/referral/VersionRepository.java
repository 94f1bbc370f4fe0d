package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<ReferralVersion, UUID> {

    Optional<ReferralVersion> sealed(Visibility scope, UUID id) {
        return query(scope, "v.id = :id and v.sealedAt is not null").setParameter("id", id).getResultList().stream()
                .findFirst();
    }

    /** Whether it is seen, and no later submitted version of its referral is. */
    boolean isNewest(Visibility scope, UUID id) {
        String later = "select 1 from ReferralVersion w where w.referralId = v.referralId and w.owner = v.owner"
                + " and w.number > v.number and w.sealedAt is not null and "
                + scope.seen("w", ObjectKind.REFERRAL_VERSION);
        return !query(scope, "v.id = :id and v.sealedAt is not null and not exists (" + later + ")")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** Submitted versions of referrals that are seen, those of one referral in the order of their numbers. */
    List<ReferralVersion> submitted(Visibility scope, Collection<UUID> referralIds) {
        return query(
                        scope,
                        "v.referralId in (:referrals) and v.sealedAt is not null",
                        " order by v.referralId, v.number")
                .setParameter("referrals", referralIds)
                .getResultList();
    }

    /** All versions of a referral that are seen, an open one by its owner alone, in the order of their numbers. */
    List<ReferralVersion> ofReferral(Visibility scope, UUID referralId) {
        return query(scope, "v.referralId = :referral", " order by v.number")
                .setParameter("referral", referralId)
                .getResultList();
    }

    /** All versions of a referral, for its owner. */
    List<ReferralVersion> ofReferral(ReferralVersion version) {
        return list("owner = ?1 and referralId = ?2 order by number", version.owner, version.referralId);
    }

    /** Whether a submitted version of the referral is seen. */
    boolean isSubmitted(Visibility scope, UUID referralId, UUID owner) {
        return !query(scope, "v.referralId = :referral and v.owner = :owner and v.sealedAt is not null")
                .setParameter("referral", referralId)
                .setParameter("owner", owner)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<ReferralVersion> newest(Visibility scope, UUID referralId, PageRequest page) {
        return query(scope, "v.referralId = :referral and v.id < :before", " order by v.id desc")
                .setParameter("referral", referralId)
                .setParameter("before", page.before())
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    ReferralVersion newest(Referral referral) {
        return find("owner = ?1 and referralId = ?2 order by number desc", referral.owner, referral.id)
                .firstResult();
    }

    Optional<ReferralVersion> numbered(Referral referral, int number) {
        return find("owner = ?1 and referralId = ?2 and number = ?3", referral.owner, referral.id, number)
                .firstResultOptional();
    }

    /** Heads of all versions of the referrals, the latest first. */
    List<VersionHead> heads(Visibility scope, Collection<UUID> referrals) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select v.referralId, v.urgency, v.sealedAt from ReferralVersion v where "
                                        + scope.owned("v") + " and v.referralId in (:referrals) order by v.number desc",
                                VersionHead.class)
                        .setParameter("referrals", referrals))
                .getResultList();
    }

    private TypedQuery<ReferralVersion> query(Visibility scope, String condition) {
        return query(scope, condition, "");
    }

    private TypedQuery<ReferralVersion> query(Visibility scope, String condition, String order) {
        return scope.bind(getEntityManager()
                .createQuery(
                        "from ReferralVersion v where " + condition + " and "
                                + scope.seen("v", ObjectKind.REFERRAL_VERSION) + order,
                        ReferralVersion.class));
    }

    /** What makes a version {@code v} one that the caller may read, and the last that was submitted of its referral. */
    static String lastSubmitted(Visibility scope) {
        return """
                v.sealedAt is not null and %s
                and not exists (select 1 from ReferralVersion n where n.owner = v.owner
                  and n.referralId = v.referralId and n.sealedAt is not null and n.number > v.number)"""
                .formatted(scope.seen("v", ObjectKind.REFERRAL_VERSION));
    }
}
