package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class MessageRepository implements PanacheRepositoryBase<ReferralMessage, UUID> {

    List<ReferralMessage> newest(Visibility scope, UUID referralId, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from ReferralMessage m where m.objectId = :referral and m.id < :before and "
                                        + scope.exchanged("m") + " order by m.id desc",
                                ReferralMessage.class)
                        .setParameter("referral", referralId)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    Optional<ReferralMessage> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from ReferralMessage m where m.id = :id and " + scope.exchanged("m"),
                                ReferralMessage.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The last asking for a withdrawal. */
    Optional<ReferralMessage> lastRequest(Visibility scope, UUID referralId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from ReferralMessage m where m.objectId = :referral and m.kind = WITHDRAWAL_REQUEST and "
                                        + scope.exchanged("m") + " order by m.id desc",
                                ReferralMessage.class)
                        .setParameter("referral", referralId))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
