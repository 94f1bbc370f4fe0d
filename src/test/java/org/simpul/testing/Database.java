package org.simpul.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Statements on the database itself: as the hub's role for somebody (the wall stands), or as a superuser (it does not). */
public final class Database {
    private Database() {}

    /** Runs one statement as {@code simpul_app} that has entered the caller; commits. */
    public static int update(UUID participant, UUID person, String sql, Object... values) throws SQLException {
        try (Connection connection = entered(participant, person);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            int rows = statement.executeUpdate();
            connection.commit();
            return rows;
        }
    }

    /** The first column of what the caller sees. */
    public static List<Object> query(UUID participant, UUID person, String sql, Object... values) throws SQLException {
        try (Connection connection = entered(participant, person);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return firstColumn(statement);
        }
    }

    /** The same, after another statement in the same transaction, of which nothing stays. */
    public static List<Object> queryAfter(UUID participant, UUID person, String before, String sql, Object... values)
            throws SQLException {
        try (Connection connection = entered(participant, person);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.createStatement().execute(before);
            bind(statement, values);
            return firstColumn(statement);
        }
    }

    /** As a role of one of the hub's jobs; commits. */
    public static int updateAs(String role, String sql, Object... values) throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.createStatement().execute("set role " + role);
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    public static int updateAsSuperuser(String sql, Object... values) {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<Object> queryAsSuperuser(String sql, Object... values) {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return firstColumn(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection entered(UUID participant, UUID person) throws SQLException {
        Connection connection = PostgresResource.superuser();
        connection.setAutoCommit(false);
        connection.createStatement().execute("set local role simpul_app");
        try (PreparedStatement enter = connection.prepareStatement("select simpul_enter(?, ?)")) {
            enter.setObject(1, participant);
            enter.setObject(2, person);
            enter.execute();
        }
        return connection;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static List<Object> firstColumn(PreparedStatement statement) throws SQLException {
        List<Object> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getObject(1));
            }
        }
        return values;
    }
}
