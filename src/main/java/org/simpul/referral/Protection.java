package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
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
        ProtectedPeople people = new ProtectedPeople();
        List<ReferralVersion> later = ofReferral.stream()
                .filter(other -> other.number > version.number)
                .toList();
        add(people, ofReferral, subjects.references(later, true));
        return people;
    }

    /**
     * Whom the referrals protect now. Who is no longer named is no less of a child; who stands in the open in the newest
     * version was protected by mistake.
     *
     * @param versions of each referral in the order of their numbers
     */
    ProtectedPeople now(Collection<ReferralVersion> versions) {
        ProtectedPeople people = new ProtectedPeople();
        versions.stream()
                .collect(Collectors.groupingBy(version -> version.referralId))
                .values()
                .forEach(ofReferral -> {
                    Set<String> references = new HashSet<>(subjects.references(ofReferral, true));
                    references.removeAll(subjects.references(List.of(ofReferral.get(ofReferral.size() - 1)), false));
                    add(people, ofReferral, references);
                });
        return people;
    }

    /** Under every name and number of any version: a later one may have corrected what an earlier one still says. */
    private void add(ProtectedPeople people, Collection<ReferralVersion> versions, Set<String> references) {
        if (!references.isEmpty()) {
            versions.forEach(version -> add(people, version, references));
        }
    }

    private void add(ProtectedPeople people, ReferralVersion version, Set<String> references) {
        Map<UUID, ProtectedDetails> apart = protectedSubjects.bySubject(version.id);
        Map<UUID, List<ReferralIdentifier>> open = subjects.identifiers(version);
        subjects.of(version).stream()
                .filter(subject -> references.contains(subject.reference))
                .forEach(subject -> people.add(
                        subject.reference,
                        apart.getOrDefault(subject.id, inTheOpen(subject, open.getOrDefault(subject.id, List.of())))));
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
