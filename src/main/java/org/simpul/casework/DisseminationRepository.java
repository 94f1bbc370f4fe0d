package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.identifier.Identifier;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class DisseminationRepository implements PanacheRepositoryBase<DisseminationVersion, UUID> {
    /** More than an officer reads; a value that stands in more is no lead. */
    private static final int MOST_HITS = 200;

    Optional<DisseminationVersion> find(Visibility scope, UUID id) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where v.id = :id and " + seen(scope),
                                DisseminationVersion.class)
                        .setParameter("id", id))
                .getResultStream()
                .findFirst();
    }

    /** Of our own, for a change. */
    Optional<DisseminationVersion> lock(Visibility scope, UUID id) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where v.id = :id and " + scope.owned("v"),
                                DisseminationVersion.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    List<DisseminationVersion> own(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where " + scope.owned("v")
                                        + " and v.id < :before order by v.id desc",
                                DisseminationVersion.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Driven from what reaches the caller: an agency receives few of all disseminations. */
    List<DisseminationVersion> received(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where v.id in (select r.objectId from Reach r"
                                        + " where r.audience in (:myKeys)"
                                        + " and r.objectKind = org.simpul.sharing.ObjectKind.DISSEMINATION_VERSION)"
                                        + " and v.id < :before and " + seen(scope) + " order by v.id desc",
                                DisseminationVersion.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<DisseminationVersion> holding(Visibility scope, Identifier identifier) {
        return scope.bind(identified(
                                "select distinct v from DisseminationIdentifier i join DisseminationVersion v"
                                        + " on v.id = i.versionId where i.value = :value and i.type = :type"
                                        + " and i.scope = :scope and " + seen(scope) + " order by v.id desc",
                                identifier)
                        .setParameter("type", identifier.type()))
                .getResultList();
    }

    List<DisseminationVersion> paying(Visibility scope, Identifier identifier) {
        return transacting("from", scope, identifier);
    }

    List<DisseminationVersion> paid(Visibility scope, Identifier identifier) {
        return transacting("to", scope, identifier);
    }

    /** Side by side, since a condition on either party would walk the table. */
    private List<DisseminationVersion> transacting(String party, Visibility scope, Identifier identifier) {
        return scope.bind(identified(
                                "select distinct v from DisseminationTransaction t join DisseminationVersion v"
                                        + " on v.id = t.versionId where t." + party + "Value = :value and t." + party
                                        + "Type = :type and t." + party + "Scope = :scope and " + seen(scope)
                                        + " order by v.id desc",
                                identifier)
                        .setParameter("type", identifier.type().name()))
                .getResultList();
    }

    private TypedQuery<DisseminationVersion> identified(String query, Identifier identifier) {
        return getEntityManager()
                .createQuery(query, DisseminationVersion.class)
                .setParameter("value", identifier.value())
                .setParameter("scope", identifier.scope())
                .setMaxResults(MOST_HITS);
    }

    Optional<Dissemination> file(Visibility scope, DisseminationVersion version) {
        return files(scope, List.of(version)).stream().findFirst();
    }

    List<Dissemination> files(Visibility scope, Collection<DisseminationVersion> versions) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Dissemination d where d.id in :ids and " + scope.owned("d"), Dissemination.class)
                        .setParameter(
                                "ids",
                                versions.stream()
                                        .map(version -> version.disseminationId)
                                        .toList()))
                .getResultList();
    }

    List<DisseminationSubject> subjects(DisseminationVersion version) {
        return rows(
                "from DisseminationSubject s where s.versionId = :version order by s.position",
                version,
                DisseminationSubject.class);
    }

    List<DisseminationIdentifier> identifiers(DisseminationVersion version) {
        return rows(
                "from DisseminationIdentifier i where i.versionId = :version order by i.id",
                version,
                DisseminationIdentifier.class);
    }

    List<DisseminationTransaction> transactions(DisseminationVersion version) {
        return rows(
                "from DisseminationTransaction t where t.versionId = :version order by t.bookedOn, t.id",
                version,
                DisseminationTransaction.class);
    }

    List<DisseminationOrigin> origins(DisseminationVersion version) {
        return rows("from DisseminationOrigin o where o.versionId = :version", version, DisseminationOrigin.class);
    }

    /** Versions of submissions that rows of it were copied from. */
    List<UUID> sources(DisseminationVersion version) {
        return rows(
                "select distinct o.sourceVersionId from DisseminationOrigin o where o.versionId = :version",
                version,
                UUID.class);
    }

    /** Rows of a version that was loaded in scope. */
    private <T> List<T> rows(String query, DisseminationVersion version, Class<T> row) {
        return getEntityManager()
                .createQuery(query, row)
                .setParameter("version", version.id)
                .getResultList();
    }

    private static String seen(Visibility scope) {
        return scope.seen("v", ObjectKind.DISSEMINATION_VERSION);
    }
}
