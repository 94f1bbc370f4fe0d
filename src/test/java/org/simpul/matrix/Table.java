package org.simpul.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checked-in verdicts. A cell is an HTTP status, or {@code -} where the relation can't be for the operation and the
 * principal.
 *
 * @param rows cells in order of {@link Relation} by operation and principal
 */
record Table(Map<String, List<String>> rows) {
    static final Path FILE = Path.of("src", "test", "resources", "matrix", "access.csv");
    private static final String NEVER = "-";
    private static final String HEADER = "operation,principal,"
            + Stream.of(Relation.values()).map(Relation::text).collect(Collectors.joining(","));

    static String key(Operation operation, Principal principal) {
        return key(operation.id(), principal);
    }

    static String key(String operation, Principal principal) {
        return operation + "," + principal.text();
    }

    static Table read() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        if (!lines.get(0).equals(HEADER)) {
            throw new IllegalStateException("the table begins with " + HEADER);
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.size() != 2 + Relation.values().length
                    || cells.contains("")
                    || rows.put(cells.get(0) + "," + cells.get(1), cells.subList(2, cells.size())) != null) {
                throw new IllegalStateException("a cell is missing, or a row stands twice: " + line);
            }
        }
        return new Table(rows);
    }

    /** What was seen, in the order of the operations' paths. */
    static Table of(List<Operation> operations, Map<String, Map<Relation, String>> seen) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Operation operation : operations) {
            for (Principal principal : Principal.values()) {
                String key = key(operation, principal);
                Map<Relation, String> cells = seen.getOrDefault(key, Map.of());
                rows.put(
                        key,
                        Stream.of(Relation.values())
                                .map(relation -> cells.getOrDefault(relation, NEVER))
                                .toList());
            }
        }
        return new Table(rows);
    }

    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(
                FILE,
                rows.entrySet().stream()
                        .map(row -> row.getKey() + "," + String.join(",", row.getValue()) + "\n")
                        .collect(Collectors.joining("", HEADER + "\n", "")));
    }

    String cell(String operation, Principal principal, Relation relation) {
        return rows.get(key(operation, principal)).get(relation.ordinal());
    }
}
