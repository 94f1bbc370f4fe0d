package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is wrong with one point of a realm, said for an operator. Fields that are missing count as wrong. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    void demand(boolean holds, String fault) {
        if (!holds) {
            found.add(fault);
        }
    }

    void is(JsonNode node, String field, boolean wanted) {
        JsonNode value = node.path(field);
        demand(value.isBoolean() && value.asBoolean() == wanted, field + " is " + said(value));
    }

    void is(JsonNode node, String field, String wanted) {
        String value = node.path(field).asText();
        demand(value.equals(wanted), field + " is " + said(node.path(field)) + ", not " + wanted);
    }

    void between(JsonNode node, String field, long least, long most) {
        JsonNode value = node.path(field);
        demand(
                value.isNumber() && value.asLong() >= least && value.asLong() <= most,
                String.format(Locale.ROOT, "%s is %s, not from %d to %d", field, said(value), least, most));
    }

    List<String> list() {
        return List.copyOf(found);
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new TreeMap<>();
        object.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "not set" : value.asText();
    }
}
