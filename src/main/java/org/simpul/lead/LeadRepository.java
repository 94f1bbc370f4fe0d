package org.simpul.lead;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.simpul.identifier.Identifier;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class LeadRepository implements PanacheRepositoryBase<Lead, UUID> {
    /** More than anybody looks through. */
    private static final int MOST_MATCHES = 500;

    /** What one gave, newest first. */
    List<Lead> given(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Lead l where " + scope.owned("l") + " and l.id < :before order by l.id desc",
                                Lead.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** What one received, newest first. */
    List<Lead> received(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Lead l where l.id < :before and " + received(scope) + " order by l.id desc",
                                Lead.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    Optional<Lead> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Lead l where l.id = :id and " + received(scope), Lead.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery("select l.id from Lead l where l.id in (:ids) and " + received(scope), UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** @param lead loaded in scope */
    List<Identifier> identifiers(Lead lead) {
        return getEntityManager()
                .createQuery("from LeadIdentifier i where i.versionId = :lead order by i.id", LeadIdentifier.class)
                .setParameter("lead", lead.id)
                .getResultList()
                .stream()
                .map(LeadIdentifier::identifier)
                .toList();
    }

    /** From the index of values; where a child is at risk first, then the newest. */
    LeadMatches matching(Visibility scope, Set<Identifier> identifiers) {
        List<LeadMatch> found = scope
                .bind(getEntityManager()
                        .createQuery(
                                "select l, i from LeadIdentifier i join Lead l on l.id = i.versionId"
                                        + " where i.value in (:values)"
                                        + " and concat(i.type, ' ', i.scope, ' ', i.value) in (:identifiers) and "
                                        + received(scope) + " order by l.childAtRisk desc, l.id desc, i.id",
                                Object[].class)
                        .setParameter(
                                "values",
                                identifiers.stream().map(Identifier::value).toList())
                        .setParameter(
                                "identifiers",
                                identifiers.stream()
                                        .map(one -> one.type() + " " + one.scope() + " " + one.value())
                                        .toList()))
                .setMaxResults(MOST_MATCHES + 1)
                .getResultList()
                .stream()
                .map(row -> match((Lead) row[0], (LeadIdentifier) row[1]))
                .toList();
        return new LeadMatches(found.stream().limit(MOST_MATCHES).toList(), found.size() > MOST_MATCHES);
    }

    private static LeadMatch match(Lead lead, LeadIdentifier row) {
        return new LeadMatch(lead.id, lead.owner, row.identifier(), lead.source, lead.observedOn, lead.childAtRisk);
    }

    /** Never by who gave it. */
    private static String received(Visibility scope) {
        return "l.owner <> :myParticipant and " + scope.seen("l", ObjectKind.LEAD);
    }
}
