package org.simpul.referral;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
    private static final String REFERENCE = "reference";

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
        Map<String, String> before = leaves(earlier, apart);
        Map<String, String> after = leaves(later, apart);
        List<FieldChange> changes = new ArrayList<>();
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.forEach(path -> compare(path, before.get(path), after.get(path), changes));
        changes.addAll(protectedChanges(from, to, earlier, later, apart).toList());
        changes.sort(Comparator.comparing(FieldChange::field));
        return new VersionDifferences(
                from.number, to.number, changes, new Transactions(onlyIn(to, from), onlyIn(from, to)));
    }

    private static void compare(
            String path, @Nullable String before, @Nullable String after, List<FieldChange> changes) {
        if (!Objects.equals(before, after)) {
            Kind change = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
            changes.add(new FieldChange(path.replaceFirst("\\{.*", ""), change, before, after));
        }
    }

    private Map<String, String> leaves(VersionView version, Set<String> apart) {
        Map<String, String> leaves = new TreeMap<>();
        JsonNode tree = json.valueToTree(version);
        tree.properties().stream()
                .filter(field -> !APART.contains(field.getKey()))
                .forEach(field -> walk(field.getKey(), field.getValue(), apart, leaves));
        return leaves;
    }

    private void walk(String path, JsonNode node, Set<String> apart, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !APART.contains(field.getKey()))
                    .forEach(field -> walk(path + "." + field.getKey(), field.getValue(), apart, leaves));
        } else if (node.isArray() && isOfObjects(node)) {
            node.forEach(element -> element(path, element, apart, leaves));
        } else if (node.isArray()) {
            leaves.put(
                    path,
                    StreamSupport.stream(node.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(", ")));
        } else if (!node.isNull()) {
            leaves.put(path, node.asText());
        }
    }

    private static boolean isOfObjects(JsonNode array) {
        return !array.isEmpty() && array.get(0).isObject();
    }

    /** An element that has a reference is the same one in both versions; of others the content is all there is. */
    private void element(String path, JsonNode element, Set<String> apart, Map<String, String> leaves) {
        if (element.hasNonNull(REFERENCE)) {
            String reference = element.get(REFERENCE).asText();
            if (!apart.contains(reference)) {
                walk(path + "[" + reference + "]", element, apart, leaves);
            }
        } else if (element.hasNonNull("red_flag_code")) {
            String key = element.path("typology_version_id").asText() + " "
                    + element.get("red_flag_code").asText();
            walk(path + "[" + key + "]", element, apart, leaves);
        } else {
            String content = StreamSupport.stream(Spliterators.spliteratorUnknownSize(element.elements(), 0), false)
                    .filter(part -> !part.isNull())
                    .map(part -> part.isValueNode() ? part.asText() : part.toString())
                    .collect(Collectors.joining(" "));
            leaves.put(path + "{" + content + "}", content);
        }
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
