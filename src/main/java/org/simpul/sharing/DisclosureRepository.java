package org.simpul.sharing;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.simpul.shared.PageRequest;

@ApplicationScoped
class DisclosureRepository implements PanacheRepositoryBase<Disclosure, UUID> {
    private final List<RestrictedVersions> restricted;

    DisclosureRepository(@All List<RestrictedVersions> restricted) {
        this.restricted = restricted;
    }

    /** What was given of a restricted object is for those who see that object. */
    List<Disclosure> given(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Disclosure d where d.fromParticipant = :myParticipant and d.id < :before"
                                        + withinTeams(scope, versions -> true) + " order by d.id desc",
                                Disclosure.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    private String withinTeams(Visibility scope, Predicate<RestrictedVersions> which) {
        return restricted.stream()
                .filter(which)
                .map(versions -> " and (d.objectKind <> org.simpul.sharing.ObjectKind." + versions.kind() + " or "
                        + versions.seenWithin(scope, "d.objectId") + ")")
                .collect(Collectors.joining());
    }

    /** Only while they are live: a recalled or expired disclosure has never been there. */
    List<Disclosure> received(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                """
                                from Disclosure d where d.fromParticipant <> :myParticipant and d.id < :before
                                and d.id in (select x.disclosureId from Reach x where x.audience in (:myKeys)
                                  and (x.expiresAt is null or x.expiresAt > :myNow)
                                  and (x.objectKind not in (org.simpul.sharing.ObjectKind.TYPOLOGY_VERSION,
                                         org.simpul.sharing.ObjectKind.IDENTIFIER_LIST_EDITION)
                                       or x.fromParticipant not in (:mySuspended)))
                                """
                                        + withinTeams(scope, RestrictedVersions::isRestrictedWhereReceived)
                                        + " order by d.id desc",
                                Disclosure.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }
}
