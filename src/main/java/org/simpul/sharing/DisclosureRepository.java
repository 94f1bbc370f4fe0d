package org.simpul.sharing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.shared.PageRequest;

@ApplicationScoped
class DisclosureRepository implements PanacheRepositoryBase<Disclosure, UUID> {

    List<Disclosure> given(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Disclosure d where d.fromParticipant = :myParticipant and d.id < :before"
                                        + " order by d.id desc",
                                Disclosure.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Only while they are live: a recalled or expired disclosure has never been there. */
    List<Disclosure> received(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                """
                                from Disclosure d where d.fromParticipant <> :myParticipant and d.id < :before
                                and d.id in (select x.disclosureId from Reach x where x.audience in (:myKeys)
                                  and (x.expiresAt is null or x.expiresAt > :myNow)
                                  and (x.objectKind <> org.simpul.sharing.ObjectKind.TYPOLOGY_VERSION
                                       or x.fromParticipant not in (:mySuspended)))
                                order by d.id desc""",
                                Disclosure.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }
}
