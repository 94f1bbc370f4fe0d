package org.simpul.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code docs/states.md} draws every table of states that the product has, as it is in the code. */
class StatesPageTest {
    private static final Path PAGE = Path.of("docs", "states.md");
    private static final String HEAD =
            """
            # States

            Each thing moves through one table; this page is drawn from those tables by a test
            (`./mvnw test -Dtest=StatesPageTest -Dsimpul.states.write=true` rewrites it). Where an edge has several rows, it
            leads to different states. Who may take it is a permission ([access.md](access.md)); *job* is the hub itself, under
            a name. An edge is recorded as its act, in the same transaction as the event that it leaves for others.
            """;

    private static List<JavaClass> tables() {
        return Product.CLASSES.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Transition.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList();
    }

    @Test
    void thePageDrawsTheTables() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        tables().forEach(table -> draw(table, page));
        if (Boolean.getBoolean("simpul.states.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(
                Files.readString(PAGE),
                page.toString(),
                "write it anew: -Dtest=StatesPageTest -Dsimpul.states.write=true");
    }

    @Test
    void everyTableHasABeginningAndReachesAllOfItsStates() {
        assertFalse(tables().isEmpty());
        for (JavaClass table : tables()) {
            List<Transition<?>> edges = edges(table);
            assertTrue(edges.stream().anyMatch(edge -> edge.from().isEmpty()), table.getName() + " has no beginning");
            Set<String> reached = new TreeSet<>();
            edges.forEach(edge -> rows(edge).forEach(row -> reached.add(row.to())));
            edges.forEach(edge -> edge.from()
                    .forEach(state -> assertTrue(
                            reached.contains(((Enum<?>) state).name()),
                            () -> table.getName() + " never reaches " + state)));
        }
    }

    private record Row(String from, String to) {}

    @SuppressWarnings("unchecked")
    private static List<Transition<?>> edges(JavaClass table) {
        return List.of((Transition<?>[]) table.reflect().getEnumConstants());
    }

    /** One for each state that it leaves from. */
    private static <S extends Enum<S>> List<Row> rows(Transition<S> edge) {
        if (edge.from().isEmpty()) {
            // the edge that makes a thing leads to one state, whatever was before
            return List.of(new Row("[*]", edge.to(null).name()));
        }
        return edge.from().stream()
                .sorted()
                .map(from -> new Row(from.name(), edge.to(from).name()))
                .toList();
    }

    private static void draw(JavaClass table, StringBuilder page) {
        List<Transition<?>> edges = edges(table);
        String thing = table.getSimpleName().replaceFirst("(Transition|Step)$", "");
        page.append("\n## ").append(thing).append("\n\n```mermaid\nstateDiagram-v2\n");
        for (Transition<?> edge : edges) {
            rows(edge).forEach(row -> page.append("  %s --> %s : %s%n".formatted(row.from(), row.to(), edge.name())));
        }
        page.append(
                "```\n\n| edge | from | to | who | guard | act | event |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Transition<?> edge : edges) {
            grouped(rows(edge))
                    .forEach(row -> page.append("| %s | %s | %s | %s | %s | %s | %s |%n"
                            .formatted(
                                    edge.name(),
                                    row.from(),
                                    row.to(),
                                    edge.permission().map(Permission::text).orElse("*job*"),
                                    edge.guard(),
                                    edge.act().text(),
                                    edge.event().orElse(""))));
        }
    }

    /** States that lead to the same one share a row, in the order of the states. */
    private static List<Row> grouped(List<Row> rows) {
        List<Row> grouped = new ArrayList<>();
        for (String to : rows.stream().map(Row::to).distinct().toList()) {
            String from = rows.stream()
                    .filter(row -> row.to().equals(to))
                    .map(row -> row.from().equals("[*]") ? "" : row.from())
                    .collect(Collectors.joining(", "));
            grouped.add(new Row(from, to));
        }
        return grouped;
    }
}
