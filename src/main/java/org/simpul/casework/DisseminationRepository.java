package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

    /** The versions first, then the value in each: see {@code 012-protection.sql}. */
    static final String HOLDING =
            """
            select distinct i.version_id from dissemination_identifier i
            where i.version_id = any(:versions) and i.value = :value and i.type = :type and i.scope = :scope
              and not exists (select 1 from dissemination_mask m where m.version_id = i.version_id
                and (m.row_id = i.id and m.part = 'IDENTIFIER' or m.row_id = i.subject_id and m.part = 'SUBJECT'))
            """;

    static final String PAYING =
            """
            select distinct t.version_id from dissemination_transaction t
            where t.version_id = any(:versions) and t.from_value = :value and t.from_type = :type and t.from_scope = :scope
              and not exists (select 1 from dissemination_mask m
                where m.version_id = t.version_id and m.row_id = t.id and m.part = 'FROM')
            """;
    static final String PAID =
            """
            select distinct t.version_id from dissemination_transaction t
            where t.version_id = any(:versions) and t.to_value = :value and t.to_type = :type and t.to_scope = :scope
              and not exists (select 1 from dissemination_mask m
                where m.version_id = t.version_id and m.row_id = t.id and m.part = 'TO')
            """;

    /** A later version of the same dissemination. */
    private static final String LATER = "select 1 from DisseminationVersion w where w.owner = v.owner"
            + " and w.disseminationId = v.disseminationId and w.number > v.number and ";

    Optional<DisseminationVersion> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where v.id = :id and " + seen(scope, "v"),
                                DisseminationVersion.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The versions of its dissemination that are seen, the newest first. */
    List<DisseminationVersion> ofDissemination(Visibility scope, DisseminationVersion version) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where v.owner = :owner and"
                                        + " v.disseminationId = :dissemination and " + seen(scope, "v")
                                        + " order by v.number desc",
                                DisseminationVersion.class)
                        .setParameter("owner", version.owner)
                        .setParameter("dissemination", version.disseminationId))
                .getResultList();
    }

    /** Whether something keeps all that belongs to it ({@code 033-retention.sql}). */
    boolean isOnLegalHold(Dissemination file) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select :id in (select retention_held('DISSEMINATION'))")
                .setParameter("id", file.id)
                .getSingleResult();
    }

    /** Nobody recalls it, or answers it, beside the caller's transaction: the lock is that of the ledger's trigger. */
    void holdStill(UUID id) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(cast(?1 as text), 0)) as text)")
                .setParameter(1, id)
                .getSingleResult();
    }

    /** Of our own, for a change. */
    Optional<DisseminationVersion> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where v.id = :id and " + own(scope),
                                DisseminationVersion.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<DisseminationVersion> own(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where " + own(scope)
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
                                        + " and v.id < :before and " + seen(scope, "v") + " and not exists ("
                                        + LATER + seen(scope, "w") + ") order by v.id desc",
                                DisseminationVersion.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Those of the versions that are seen. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select v.id from DisseminationVersion v where v.id in (:ids) and " + seen(scope, "v"),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** Ids of what the caller sees: from its own keys, so that what others received costs no time. */
    List<UUID> seen(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select v.id from DisseminationVersion v where " + own(scope)
                                        + " union select r.objectId from Reach r where r.audience in (:myKeys)"
                                        + " and r.objectKind = org.simpul.sharing.ObjectKind.DISSEMINATION_VERSION"
                                        + " and (r.expiresAt is null or r.expiresAt > :myNow)",
                                UUID.class))
                .getResultList();
    }

    /** @return those of the versions that hold it as an identifier */
    List<UUID> holding(List<UUID> versions, Identifier identifier) {
        return among(HOLDING, versions, identifier);
    }

    /** @return those of the versions in which it pays */
    List<UUID> paying(List<UUID> versions, Identifier identifier) {
        return among(PAYING, versions, identifier);
    }

    /** @return those of the versions in which it is paid */
    List<UUID> paid(List<UUID> versions, Identifier identifier) {
        return among(PAID, versions, identifier);
    }

    private List<UUID> among(String query, List<UUID> versions, Identifier identifier) {
        @SuppressWarnings("unchecked")
        List<UUID> found = getEntityManager()
                .createNativeQuery(query)
                .setParameter("versions", versions.toArray(UUID[]::new))
                .setParameter("value", identifier.value())
                .setParameter("type", identifier.type().name())
                .setParameter("scope", identifier.scope())
                .getResultList();
        return found;
    }

    /** The newest of them. */
    List<DisseminationVersion> hits(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where v.id in (:ids) and " + seen(scope, "v")
                                        + " order by v.id desc",
                                DisseminationVersion.class)
                        .setParameter("ids", ids))
                .setMaxResults(MOST_HITS)
                .getResultList();
    }

    /** Whether the caller's whole agency has it; else it reaches named persons alone. */
    boolean reachesAgency(Visibility scope, DisseminationVersion version) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select r.disclosureId from Reach r where r.audience = :myParticipant"
                                        + " and r.objectId = :version"
                                        + " and r.objectKind = org.simpul.sharing.ObjectKind.DISSEMINATION_VERSION"
                                        + " and (r.expiresAt is null or r.expiresAt > :myNow)",
                                UUID.class)
                        .setParameter("version", version.id))
                .getResultList()
                .isEmpty();
    }

    /** Whether it reaches somebody by name. */
    boolean reachesPerson(Visibility scope, DisseminationVersion version, UUID person) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select r.disclosureId from Reach r where r.audience = :person"
                                        + " and r.objectId = :version"
                                        + " and r.objectKind = org.simpul.sharing.ObjectKind.DISSEMINATION_VERSION"
                                        + " and (r.expiresAt is null or r.expiresAt > :myNow)",
                                UUID.class)
                        .setParameter("person", person)
                        .setParameter("version", version.id))
                .getResultList()
                .isEmpty();
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

    /** What of the versions is read as a reference. */
    List<DisseminationMask> masks(Collection<UUID> versions) {
        return getEntityManager()
                .createQuery("from DisseminationMask m where m.versionId in (:versions)", DisseminationMask.class)
                .setParameter("versions", versions)
                .getResultList();
    }

    /** Sealed ones of our own, of the intake's cases or with one of the values in a row. */
    List<DisseminationVersion> sealedThatMayTell(Visibility scope, Intake intake, Collection<String> values) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from DisseminationVersion v where v.sealedAt is not null and " + own(scope)
                                        + " and (v.disseminationId in (select d.id from Dissemination d join CaseIntake c"
                                        + " on c.caseId = d.caseId where c.intakeId = :intake)"
                                        + " or v.id in (select o.versionId from DisseminationOrigin o"
                                        + " where o.intakeId = :intake)"
                                        + " or v.id in (select i.versionId from DisseminationIdentifier i"
                                        + " where i.value in (:values))"
                                        + " or v.id in (select t.versionId from DisseminationTransaction t"
                                        + " where t.fromValue in (:values) or t.toValue in (:values))) order by v.id",
                                DisseminationVersion.class)
                        .setParameter("intake", intake.id)
                        .setParameter("values", values))
                .getResultList();
    }

    /** Rows of a version that was loaded in scope. */
    private <T> List<T> rows(String query, DisseminationVersion version, Class<T> row) {
        return getEntityManager()
                .createQuery(query, row)
                .setParameter("version", version.id)
                .getResultList();
    }

    private static String seen(Visibility scope, String version) {
        return "(%s and (%s.owner <> :myParticipant or %s))"
                .formatted(scope.seen(version, ObjectKind.DISSEMINATION_VERSION), version, withItsCase(scope, version));
    }

    static String own(Visibility scope) {
        return scope.owned("v") + " and " + withItsCase(scope, "v");
    }

    /** Of our own: for those alone who see its case. */
    static String withItsCase(Visibility scope, String version) {
        return "(select 1 from Dissemination f join CaseFile c on c.id = f.caseId where f.id = %s.disseminationId and %s) = 1"
                .formatted(version, scope.ownedWithinTeam("c"));
    }
}
