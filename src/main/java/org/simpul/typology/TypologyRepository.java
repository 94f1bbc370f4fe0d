package org.simpul.typology;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class TypologyRepository implements PanacheRepositoryBase<TypologyVersion, UUID> {

    /** The owner's file, held until the transaction ends. */
    Optional<Typology> hold(Visibility scope, UUID typologyId) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Typology t where t.id = :typology and " + scope.owned("t"), Typology.class)
                        .setParameter("typology", typologyId))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The files of these typologies that are the caller's own. */
    List<Typology> files(Visibility scope, List<UUID> typologyIds) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Typology t where t.id in (:typologies) and " + scope.owned("t"), Typology.class)
                        .setParameter("typologies", typologyIds))
                .getResultList();
    }

    boolean isTaken(Visibility scope, String code) {
        return scope.bind(getEntityManager()
                                .createQuery(
                                        "select count(t) from Typology t where t.code = :code and " + scope.owned("t"),
                                        Long.class)
                                .setParameter("code", code))
                        .getSingleResult()
                > 0;
    }

    /** The newest version that the caller may see. */
    Optional<TypologyVersion> newest(Visibility scope, UUID typologyId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from TypologyVersion v where v.typologyId = :typology and "
                                        + scope.seen("v", ObjectKind.TYPOLOGY_VERSION) + " order by v.number desc",
                                TypologyVersion.class)
                        .setParameter("typology", typologyId))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<TypologyVersion> numbered(Visibility scope, UUID typologyId, int number) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from TypologyVersion v where v.typologyId = :typology and v.number = :number and "
                                        + scope.seen("v", ObjectKind.TYPOLOGY_VERSION),
                                TypologyVersion.class)
                        .setParameter("typology", typologyId)
                        .setParameter("number", number))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The newest that is published and that the caller may see. */
    Optional<TypologyVersion> newestPublished(Visibility scope, UUID typologyId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from TypologyVersion v where v.typologyId = :typology and v.sealedAt is not null and "
                                        + scope.seen("v", ObjectKind.TYPOLOGY_VERSION) + " order by v.number desc",
                                TypologyVersion.class)
                        .setParameter("typology", typologyId))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<TypologyVersion> published(Visibility scope, UUID versionId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from TypologyVersion v where v.id = :version and v.sealedAt is not null and "
                                        + scope.seen("v", ObjectKind.TYPOLOGY_VERSION),
                                TypologyVersion.class)
                        .setParameter("version", versionId))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Of each typology the newest version that the caller may see, newest first. */
    List<TypologyVersion> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from TypologyVersion v where v.id < :before and "
                                        + scope.seen("v", ObjectKind.TYPOLOGY_VERSION)
                                        + " and not exists (select 1 from TypologyVersion n"
                                        + " where n.typologyId = v.typologyId and n.number > v.number and "
                                        + scope.seen("n", ObjectKind.TYPOLOGY_VERSION) + ") order by v.id desc",
                                TypologyVersion.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Those of the versions that are seen. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select v.id from TypologyVersion v where v.id in (:ids) and "
                                        + scope.seen("v", ObjectKind.TYPOLOGY_VERSION),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** The red flags of a version that was found in scope, in their order. */
    List<RedFlag> flags(TypologyVersion version) {
        return getEntityManager()
                .createQuery("from RedFlag f where f.versionId = :version order by f.position", RedFlag.class)
                .setParameter("version", version.id)
                .getResultList();
    }

    void create(Typology typology) {
        getEntityManager().persist(typology);
    }

    void create(TypologyVersion version, List<RedFlagContent> flags) {
        persist(version);
        addFlags(version, flags);
        flush();
    }

    void replaceFlags(TypologyVersion version, List<RedFlagContent> flags) {
        getEntityManager()
                .createQuery("delete from RedFlag f where f.versionId = :version")
                .setParameter("version", version.id)
                .executeUpdate();
        addFlags(version, flags);
        flush();
    }

    private void addFlags(TypologyVersion version, List<RedFlagContent> flags) {
        for (int i = 0; i < flags.size(); i++) {
            getEntityManager().persist(RedFlag.of(version, i, flags.get(i)));
        }
    }
}
