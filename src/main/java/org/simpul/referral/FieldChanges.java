package org.simpul.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.FieldChange.Kind;

/** What two views of one kind say differently, field by field. */
public final class FieldChanges {
    private static final String REFERENCE = "reference";

    private final Set<String> skipped;
    private final Set<String> apart;

    private FieldChanges(Set<String> skipped, Set<String> apart) {
        this.skipped = skipped;
        this.apart = apart;
    }

    /**
     * @param skipped names of fields that are not compared, at any depth
     * @param apart references of elements that are not compared
     * @return in the order of the fields' paths
     */
    public static List<FieldChange> between(JsonNode earlier, JsonNode later, Set<String> skipped, Set<String> apart) {
        FieldChanges comparison = new FieldChanges(skipped, apart);
        Map<String, String> before = comparison.leaves(earlier);
        Map<String, String> after = comparison.leaves(later);
        List<FieldChange> changes = new ArrayList<>();
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.forEach(path -> compare(path, before.get(path), after.get(path), changes));
        return changes;
    }

    private static void compare(
            String path, @Nullable String before, @Nullable String after, List<FieldChange> changes) {
        if (!Objects.equals(before, after)) {
            Kind change = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
            changes.add(new FieldChange(path.replaceFirst("\\{.*", ""), change, before, after));
        }
    }

    private Map<String, String> leaves(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        tree.properties().stream()
                .filter(field -> !skipped.contains(field.getKey()))
                .forEach(field -> walk(field.getKey(), field.getValue(), leaves));
        return leaves;
    }

    private void walk(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !skipped.contains(field.getKey()))
                    .forEach(field -> walk(path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray() && isOfObjects(node)) {
            node.forEach(element -> element(path, element, leaves));
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
    private void element(String path, JsonNode element, Map<String, String> leaves) {
        if (element.hasNonNull(REFERENCE)) {
            String reference = element.get(REFERENCE).asText();
            if (!apart.contains(reference)) {
                walk(path + "[" + reference + "]", element, leaves);
            }
        } else if (element.hasNonNull("red_flag_code")) {
            String key = element.path("typology_version_id").asText() + " "
                    + element.get("red_flag_code").asText();
            walk(path + "[" + key + "]", element, leaves);
        } else {
            String content = StreamSupport.stream(Spliterators.spliteratorUnknownSize(element.elements(), 0), false)
                    .filter(part -> !part.isNull())
                    .map(part -> part.isValueNode() ? part.asText() : part.toString())
                    .collect(Collectors.joining(" "));
            leaves.put(path + "{" + content + "}", content);
        }
    }
}
