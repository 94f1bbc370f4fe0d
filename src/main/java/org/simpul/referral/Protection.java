package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.safeguard.ProtectedValue;

/** Finds who is protected in a referral; its finders take versions that were loaded in scope. */
@ApplicationScoped
class Protection {
    private final SubjectRepository subjects;
    private final ProtectedSubjects protectedSubjects;

    Protection(SubjectRepository subjects, ProtectedSubjects protectedSubjects) {
        this.subjects = subjects;
        this.protectedSubjects = protectedSubjects;
    }

    /** Who is protected in an open version, to be kept out of what is written into it. */
    ProtectedPeople in(UUID versionId) {
        ProtectedPeople people = new ProtectedPeople();
        Map<UUID, ProtectedDetails> apart = protectedSubjects.bySubject(versionId);
        if (!apart.isEmpty()) {
            subjects.protectedReferences(versionId).forEach((id, reference) -> {
                if (apart.containsKey(id)) {
                    people.add(reference, apart.get(id));
                }
            });
        }
        return people;
    }

    /** Whom a version after this one protects, for reading what this one still says in the open. */
    ProtectedPeople laterThan(ReferralVersion version, Collection<ReferralVersion> ofReferral) {
        List<ReferralVersion> later = ofReferral.stream()
                .filter(other -> other.number > version.number)
                .toList();
        return ProtectedPeople.of(
                told(ofReferral, subjects.references(later, true)).values());
    }

    /** @param versions of each referral in the order of their numbers */
    ProtectedPeople now(Collection<ReferralVersion> versions) {
        return ProtectedPeople.of(nowByReferral(versions).values());
    }

    /**
     * Whom the referrals protect now. Who is no longer named is no less of a child; who stands in the open in the newest
     * version was protected by mistake.
     *
     * @param versions of each referral in the order of their numbers
     * @return those that protect somebody, by their ids
     */
    Map<UUID, ProtectedPeople> nowByReferral(Collection<ReferralVersion> versions) {
        Map<UUID, ReferralVersion> newest = new HashMap<>();
        versions.forEach(version -> newest.put(version.referralId, version));
        Set<String> references = new HashSet<>(subjects.references(versions, true));
        references.removeAll(subjects.references(newest.values(), false));
        return told(versions, references);
    }

    /** Under every name and number of any version: a later one may have corrected what an earlier one still says. */
    private Map<UUID, ProtectedPeople> told(Collection<ReferralVersion> versions, Set<String> references) {
        Map<UUID, ProtectedPeople> people = new LinkedHashMap<>();
        if (references.isEmpty()) {
            return people;
        }
        Map<UUID, UUID> referrals =
                versions.stream().collect(Collectors.toMap(version -> version.id, version -> version.referralId));
        List<ReferralSubject> rows = subjects.named(referrals.keySet(), references);
        List<UUID> ids = rows.stream().map(subject -> subject.id).toList();
        Map<UUID, ProtectedDetails> apart = protectedSubjects.bySubject(referrals.keySet(), ids);
        Map<UUID, List<ReferralIdentifier>> open = subjects.identifiers(ids);
        rows.forEach(subject -> people.computeIfAbsent(referrals.get(subject.versionId), id -> new ProtectedPeople())
                .add(
                        subject.reference,
                        apart.getOrDefault(subject.id, inTheOpen(subject, open.getOrDefault(subject.id, List.of())))));
        return people;
    }

    /** Who a version's subjects are, protected or not, by reference; to be compared, never shown. */
    Map<String, ProtectedDetails> details(ReferralVersion version) {
        Map<UUID, ProtectedDetails> apart = protectedSubjects.bySubject(version.id);
        Map<UUID, List<ReferralIdentifier>> open = subjects.identifiers(version);
        return subjects.of(version).stream()
                .collect(Collectors.toMap(
                        subject -> subject.reference,
                        subject -> apart.getOrDefault(
                                subject.id, inTheOpen(subject, open.getOrDefault(subject.id, List.of())))));
    }

    private static ProtectedDetails inTheOpen(ReferralSubject subject, List<ReferralIdentifier> identifiers) {
        return new ProtectedDetails(
                subject.name,
                identifiers.stream()
                        .map(row -> new ProtectedValue(row.type, row.scope, row.value))
                        .toList(),
                null);
    }
}
