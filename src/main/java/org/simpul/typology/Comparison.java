package org.simpul.typology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.typology.TypologyChanges.FieldChange;
import org.simpul.typology.TypologyChanges.RedFlagChange;

/** Compares two versions by the fields of their JSON: whatever is told of a version is compared. */
@ApplicationScoped
class Comparison {
    private final ObjectMapper json;

    Comparison(ObjectMapper json) {
        this.json = json;
    }

    TypologyChanges of(int since, TypologyContent before, int number, TypologyContent after) {
        List<FieldChange> fields = changes(head(before), head(after));
        Map<String, RedFlagContent> old = byCode(before);
        Map<String, RedFlagContent> now = byCode(after);
        List<RedFlagChange> changed = now.values().stream()
                .filter(flag -> old.containsKey(flag.code()))
                .map(flag -> new RedFlagChange(
                        flag.code(), changes(json.valueToTree(old.get(flag.code())), json.valueToTree(flag))))
                .filter(change -> !change.fields().isEmpty())
                .toList();
        List<String> oneLanguage = new ArrayList<>(oneLanguage("", fields));
        changed.forEach(change -> oneLanguage.addAll(oneLanguage(change.code() + ".", change.fields())));
        return new TypologyChanges(since, number, fields, without(now, old), without(old, now), changed, oneLanguage);
    }

    private JsonNode head(TypologyContent content) {
        ObjectNode tree = json.valueToTree(content);
        tree.remove("red_flags");
        return tree;
    }

    private static Map<String, RedFlagContent> byCode(TypologyContent content) {
        return content.redFlags().stream()
                .collect(Collectors.toMap(
                        RedFlagContent::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static List<RedFlagContent> without(Map<String, RedFlagContent> these, Map<String, RedFlagContent> those) {
        return these.values().stream()
                .filter(flag -> !those.containsKey(flag.code()))
                .toList();
    }

    private static List<FieldChange> changes(JsonNode before, JsonNode after) {
        Map<String, String> old = leaves(before);
        Map<String, String> now = leaves(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !old.getOrDefault(name, "").equals(now.getOrDefault(name, "")))
                .map(name -> new FieldChange(name, old.get(name), now.get(name)))
                .toList();
    }

    /** Text of each field by its path; a list counts as one field, an empty text as none. */
    private static Map<String, String> leaves(JsonNode node) {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect("", node, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(value -> values.add(value.asText()));
            put(path, String.join(", ", values), leaves);
        } else if (!node.isNull()) {
            put(path, node.asText(), leaves);
        }
    }

    private static void put(String path, String value, Map<String, String> leaves) {
        if (!value.isEmpty()) {
            leaves.put(path, value);
        }
    }

    /** @return texts that changed in one language alone, without the language */
    private static List<String> oneLanguage(String prefix, List<FieldChange> fields) {
        return fields.stream()
                .map(FieldChange::field)
                .filter(field -> field.endsWith(".id") || field.endsWith(".en"))
                .collect(Collectors.groupingBy(
                        field -> field.substring(0, field.length() - 3), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(text -> text.getValue() == 1)
                .map(text -> prefix + text.getKey())
                .toList();
    }
}
