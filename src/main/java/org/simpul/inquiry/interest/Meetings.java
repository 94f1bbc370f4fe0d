package org.simpul.inquiry.interest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

/** Meetings, as the FIU sees them, and contacts, as their two sides do. */
@ApplicationScoped
class Meetings implements PanacheRepositoryBase<InterestMeeting, UUID> {

    Optional<InterestMeeting> of(Visibility scope, UUID first, UUID second) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from InterestMeeting m where m.firstInterest = :first and m.secondInterest = :second"
                                        + " and " + scope.owned("m"),
                                InterestMeeting.class)
                        .setParameter("first", first)
                        .setParameter("second", second))
                .getResultList()
                .stream()
                .findFirst();
    }

    List<InterestMeeting> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from InterestMeeting m where " + scope.owned("m")
                                        + " and m.id < :before order by m.id desc",
                                InterestMeeting.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select m.id from InterestMeeting m where m.id in (:ids) and " + scope.owned("m"),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    List<InterestContact> received(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from InterestContact c where c.recipient = :myParticipant and c.id < :before"
                                        + " order by c.id desc",
                                InterestContact.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<UUID> contacts(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select c.id from InterestContact c where c.id in (:ids)"
                                        + " and c.recipient = :myParticipant",
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }
}
