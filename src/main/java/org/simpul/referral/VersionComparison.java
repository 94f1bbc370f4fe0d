package org.simpul.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.FieldChange.Kind;
import org.simpul.referral.VersionDifferences.Transactions;
import org.simpul.safeguard.ProtectedDetails;

/**
 * Compares two versions as they are read now, so that whoever is protected by now is masked on both sides. What there is
 * to say of a protected subject is that it changed.
 */
@ApplicationScoped
class VersionComparison {
    private static final String SUBJECTS = "subjects";

    /** What is another one in each version, or is told beside the differences. */
    private static final Set<String> APART = Set.of("id", "number", "digest", "sealed_at");

    private static final String ONLY_IN =
            """
            select count(*) from (
              select booked_on, amount, currency, from_type, from_scope, from_value, to_type, to_scope, to_value, channel,
                remark from referral_transaction where version_id = :here
              except all
              select booked_on, amount, currency, from_type, from_scope, from_value, to_type, to_scope, to_value, channel,
                remark from referral_transaction where version_id = :there) only_here
            """;

    private final VersionReader reader;
    private final Protection protection;
    private final ObjectMapper json;
    private final EntityManager database;

    VersionComparison(VersionReader reader, Protection protection, ObjectMapper json, EntityManager database) {
        this.reader = reader;
        this.protection = protection;
        this.json = json;
        this.database = database;
    }

    /** @param ofReferral all versions of the referral that the caller sees, both among them */
    VersionDifferences between(ReferralVersion from, ReferralVersion to, Collection<ReferralVersion> ofReferral) {
        VersionView earlier = reader.read(from, ofReferral);
        VersionView later = reader.read(to, ofReferral);
        Set<String> apart = Stream.of(earlier, later)
                .flatMap(version -> version.subjects().stream())
                .filter(SubjectView::isProtected)
                .map(SubjectView::reference)
                .collect(Collectors.toCollection(HashSet::new));
        List<FieldChange> changes =
                new ArrayList<>(FieldChanges.between(json.valueToTree(earlier), json.valueToTree(later), APART, apart));
        changes.addAll(protectedChanges(from, to, earlier, later, apart).toList());
        changes.sort(Comparator.comparing(FieldChange::field));
        return new VersionDifferences(
                from.number, to.number, changes, new Transactions(onlyIn(to, from), onlyIn(from, to)));
    }

    private Stream<FieldChange> protectedChanges(
            ReferralVersion from, ReferralVersion to, VersionView earlier, VersionView later, Set<String> apart) {
        if (apart.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Profile> before = profiles(from, earlier);
        Map<String, Profile> after = profiles(to, later);
        return apart.stream()
                .filter(reference -> !Objects.equals(before.get(reference), after.get(reference)))
                .map(reference -> new FieldChange(
                        SUBJECTS + "[" + reference + "]",
                        !before.containsKey(reference)
                                ? Kind.ADDED
                                : !after.containsKey(reference) ? Kind.REMOVED : Kind.CHANGED,
                        null,
                        null));
    }

    /** All that is known of a subject, to be compared and never shown. */
    private record Profile(
            SubjectKind kind, List<SubjectRole> roles, AgeBand ageBand, @Nullable ProtectedDetails details) {}

    private Map<String, Profile> profiles(ReferralVersion version, VersionView view) {
        Map<String, ProtectedDetails> details = protection.details(version);
        return view.subjects().stream()
                .collect(Collectors.toMap(
                        SubjectView::reference,
                        subject -> new Profile(
                                subject.kind(), subject.roles(), subject.ageBand(), details.get(subject.reference()))));
    }

    private long onlyIn(ReferralVersion here, ReferralVersion there) {
        return ((Number) database.createNativeQuery(ONLY_IN)
                        .setParameter("here", here.id)
                        .setParameter("there", there.id)
                        .getSingleResult())
                .longValue();
    }
}
