package org.simpul.matrix;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One object that a call names.
 *
 * @param names value by parameter of the path: {@code id} and what hangs below it
 */
record Target(Map<String, String> names) {
    static final Target NOTHING = new Target(Map.of());

    static Target absent() {
        return of(UUID.randomUUID());
    }

    /** With its first version, and parts that do not exist. */
    static Target of(Object id) {
        return new Target(Map.ofEntries(
                Map.entry("id", id.toString()),
                Map.entry("number", "1"),
                Map.entry("subjectId", UUID.randomUUID().toString()),
                Map.entry("importId", UUID.randomUUID().toString()),
                Map.entry("changeId", UUID.randomUUID().toString()),
                Map.entry("participantId", UUID.randomUUID().toString()),
                Map.entry("requestId", UUID.randomUUID().toString()),
                Map.entry("personId", UUID.randomUUID().toString()),
                Map.entry("intakeId", UUID.randomUUID().toString()),
                Map.entry("noteId", UUID.randomUUID().toString()),
                Map.entry("taskId", UUID.randomUUID().toString()),
                Map.entry("grantId", UUID.randomUUID().toString()),
                Map.entry("statistic", "not-defined"),
                Map.entry("index", "999999999999"),
                Map.entry("code", "NOT_ON_THE_LIST")));
    }

    Target with(String name, Object value) {
        Map<String, String> changed = new HashMap<>(names);
        changed.put(name, value.toString());
        return new Target(changed);
    }

    String id() {
        return names.get("id");
    }

    String in(String path) {
        String filled = path;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /** Takes the ids out of an answer, and nothing else. */
    String masked(String text) {
        String masked = text;
        for (String value : names.values()) {
            if (value.length() == 36) {
                masked = masked.replace(value, "<id>");
            }
        }
        return masked;
    }
}
