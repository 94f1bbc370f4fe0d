package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.safeguard.ProtectedValue;

/** Subjects and their identifiers; its finders take a version that was loaded in scope. */
@ApplicationScoped
class SubjectRepository implements PanacheRepositoryBase<ReferralSubject, UUID> {

    List<ReferralSubject> of(ReferralVersion version) {
        return list("versionId = ?1 order by position", version.id);
    }

    Optional<ReferralSubject> of(ReferralVersion version, UUID subjectId) {
        return find("versionId = ?1 and id = ?2", version.id, subjectId).firstResultOptional();
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
                .getResultStream()
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

    /** Whoever is protected in a later version is masked in this one too, although its rows are sealed. */
    List<SubjectView> views(ReferralVersion version) {
        Map<UUID, List<ReferralIdentifier>> identifiers = identifiers(version);
        Set<String> masked = protectedLater(version);
        return of(version).stream()
                .map(subject -> SubjectView.from(subject, identifiers.getOrDefault(subject.id, List.of())))
                .map(view -> masked.contains(view.reference()) ? view.masked() : view)
                .toList();
    }

    /** @return identifiers of the version's subjects that a later version protects, each with the subject's reference */
    Map<ProtectedValue, String> identifiersProtectedLater(ReferralVersion version) {
        Set<String> masked = protectedLater(version);
        if (masked.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<ReferralIdentifier>> identifiers = identifiers(version);
        Map<ProtectedValue, String> references = new HashMap<>();
        of(version).stream()
                .filter(subject -> masked.contains(subject.reference))
                .forEach(subject -> identifiers
                        .getOrDefault(subject.id, List.of())
                        .forEach(row ->
                                references.put(new ProtectedValue(row.type, row.scope, row.value), subject.reference)));
        return references;
    }

    private Set<String> protectedLater(ReferralVersion version) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct s.reference from ReferralSubject s join ReferralVersion v"
                                + " on v.id = s.versionId where v.owner = :owner and v.referralId = :referral"
                                + " and v.number > :number and s.isProtected",
                        String.class)
                .setParameter("owner", version.owner)
                .setParameter("referral", version.referralId)
                .setParameter("number", version.number)
                .getResultList());
    }
}
