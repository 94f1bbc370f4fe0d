package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.safeguard.ProtectedSubjects;

/** Subjects and their identifiers; its finders take a version that was loaded in scope. */
@ApplicationScoped
class SubjectRepository implements PanacheRepositoryBase<ReferralSubject, UUID> {
    private final ProtectedSubjects protectedSubjects;

    SubjectRepository(ProtectedSubjects protectedSubjects) {
        this.protectedSubjects = protectedSubjects;
    }

    List<ReferralSubject> of(ReferralVersion version) {
        return list("versionId = ?1 order by position", version.id);
    }

    Optional<ReferralSubject> of(ReferralVersion version, UUID subjectId) {
        return find("versionId = ?1 and id = ?2", version.id, subjectId).firstResultOptional();
    }

    /** Those of some versions that have one of the references. */
    List<ReferralSubject> named(Collection<UUID> versionIds, Collection<String> references) {
        return list("versionId in ?1 and reference in ?2 order by versionId, position", versionIds, references);
    }

    int nextPosition(ReferralVersion version) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(s.position), 0) + 1 from ReferralSubject s where s.versionId = :version",
                        Integer.class)
                .setParameter("version", version.id)
                .getSingleResult();
    }

    Map<UUID, List<ReferralIdentifier>> identifiers(ReferralVersion version) {
        return getEntityManager()
                .createQuery(
                        "from ReferralIdentifier i where i.versionId = :version order by i.id",
                        ReferralIdentifier.class)
                .setParameter("version", version.id)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(identifier -> identifier.subjectId));
    }

    /** @return by the subject's id */
    Map<UUID, List<ReferralIdentifier>> identifiers(Collection<UUID> subjectIds) {
        return getEntityManager()
                .createQuery(
                        "from ReferralIdentifier i where i.subjectId in (:subjects) order by i.id",
                        ReferralIdentifier.class)
                .setParameter("subjects", subjectIds)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(identifier -> identifier.subjectId));
    }

    void persist(ReferralIdentifier identifier) {
        getEntityManager().persist(identifier);
    }

    void deleteIdentifiers(ReferralSubject subject) {
        getEntityManager()
                .createQuery("delete from ReferralIdentifier i where i.subjectId = :subject")
                .setParameter("subject", subject.id)
                .executeUpdate();
    }

    List<SubjectView> views(ReferralVersion version) {
        Map<UUID, List<ReferralIdentifier>> identifiers = identifiers(version);
        List<ReferralSubject> rows = of(version);
        Set<UUID> destroyed = rows.stream().anyMatch(subject -> subject.isProtected)
                ? protectedSubjects.destroyed(version.id)
                : Set.of();
        return rows.stream()
                .map(subject -> SubjectView.from(
                        subject, identifiers.getOrDefault(subject.id, List.of()), destroyed.contains(subject.id)))
                .toList();
    }

    /** @return references of the version's protected subjects by their ids */
    Map<UUID, String> protectedReferences(UUID versionId) {
        return getEntityManager()
                .createQuery(
                        "select s.id, s.reference from ReferralSubject s where s.versionId = :version and s.isProtected",
                        Object[].class)
                .setParameter("version", versionId)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** @return references of the versions' subjects that are protected, or that are not */
    Set<String> references(Collection<ReferralVersion> versions, boolean isProtected) {
        return versions.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery(
                                "select distinct s.reference from ReferralSubject s where s.versionId in (:versions)"
                                        + " and s.isProtected = :isProtected",
                                String.class)
                        .setParameter(
                                "versions",
                                versions.stream().map(version -> version.id).toList())
                        .setParameter("isProtected", isProtected)
                        .getResultList());
    }
}
