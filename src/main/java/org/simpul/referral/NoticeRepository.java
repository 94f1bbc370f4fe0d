package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, UUID> {

    List<Notice> newest(Visibility scope, UUID referralId, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Notice n where n.objectId = :referral and n.id < :before and "
                                        + scope.contributed("n") + " order by n.id desc",
                                Notice.class)
                        .setParameter("referral", referralId)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** The last notice of each of the referrals that has one. */
    List<Notice> last(Visibility scope, Collection<UUID> referrals) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Notice n where n.objectId in (:referrals) and " + scope.contributed("n")
                                        + " and n.id = (select max(m.id) from Notice m where m.objectId = n.objectId)",
                                Notice.class)
                        .setParameter("referrals", referrals))
                .getResultList();
    }
}
