package org.simpul.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as they stand, to be inserted again by plain JDBC under new ids: the least that a submission can cost. */
final class RowCopies {
    private record Table(String insert, List<List<Object>> rows) {}

    private final List<Table> tables = new ArrayList<>();

    /** @param where a condition for the rows, which are few */
    void take(Connection connection, String table, String where) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table + " where " + where)) {
            int columns = found.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                names.add(found.getMetaData().getColumnName(i));
            }
            List<List<Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row);
            }
            if (rows.isEmpty()) {
                throw new IllegalStateException("no row of " + table + " where " + where);
            }
            tables.add(new Table(
                    "insert into %s (%s) values (%s)"
                            .formatted(
                                    table,
                                    String.join(", ", names),
                                    IntStream.range(0, columns)
                                            .mapToObj(i -> "?")
                                            .collect(Collectors.joining(", "))),
                    rows));
        }
    }

    int size() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum();
    }

    /**
     * One transaction, a batch for each table.
     *
     * @param kept ids that stay: institutions, people, what stands elsewhere
     */
    void insert(Connection connection, List<UUID> kept) throws SQLException {
        Map<Object, Object> renamed = new HashMap<>();
        kept.forEach(id -> renamed.put(id, id));
        String reference = "R-" + UUID.randomUUID();
        for (Table table : tables) {
            try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                for (List<Object> row : table.rows()) {
                    for (int i = 0; i < row.size(); i++) {
                        Object value = row.get(i);
                        if (value instanceof UUID) {
                            value = renamed.computeIfAbsent(value, id -> UUID.randomUUID());
                        } else if (value instanceof String text && text.startsWith("R-")) {
                            value = reference;
                        }
                        insert.setObject(i + 1, value);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        connection.commit();
    }
}
