package org.simpul.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;

/** Fresh member institutions for a test, admitted and with all roles of their kind. */
public final class Institutions {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Institutions() {}

    /** An institution and its people. */
    public record Institution(UUID id, String alias, ParticipantKind kind) {

        /** A new person of the institution who holds the roles. */
        public Person person(Role... roles) {
            int number = COUNT.incrementAndGet();
            return new Person(
                    "subject-" + number + "-" + alias,
                    "person-" + number,
                    alias,
                    List.of(roles).stream().map(Role::text).toList());
        }
    }

    public static Institution bank() {
        return admit(ParticipantKind.REPORTING_ENTITY);
    }

    public static Institution agency() {
        return admit(ParticipantKind.LAW_ENFORCEMENT);
    }

    /** An FIU of another country, whose code is its own alone in the database. */
    public static Institution foreignFiu() {
        Institution foreign = admit(ParticipantKind.FOREIGN_FIU);
        Database.updateAsSuperuser(
                "update participant set jurisdiction = ? where id = ?", jurisdiction(foreign), foreign.id());
        return foreign;
    }

    /** Letters that are no country's: the ones reserved for users' own codes come first. */
    public static String jurisdiction(Institution foreign) {
        int number = Integer.parseInt(foreign.alias().substring(foreign.alias().lastIndexOf('-') + 1));
        return "" + (char) ('A' + (23 + number / 26) % 26) + (char) ('A' + number % 26);
    }

    /** The one domestic FIU of the database. */
    public static Institution fiu() {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into participant (id, alias, name, kind, sector, jurisdiction, status, allowed_roles, created_at)
                        values (?, 'fiu', 'Unit Intelijen Keuangan Nusantara', 'FIU', 'fiu', 'ID', 'ADMITTED', ?, now())
                        on conflict do nothing
                        """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setArray(2, connection.createArrayOf("text", roles(ParticipantKind.FIU)));
            insert.execute();
            try (var row =
                    connection.createStatement().executeQuery("select id, alias from participant where kind = 'FIU'")) {
                row.next();
                return new Institution(row.getObject(1, UUID.class), row.getString(2), ParticipantKind.FIU);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Institution admit(ParticipantKind kind) {
        String alias = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + COUNT.incrementAndGet();
        UUID id = UUID.randomUUID();
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into participant (id, alias, name, kind, sector, jurisdiction, status, allowed_roles, created_at)
                        values (?, ?, ?, ?, 'test', 'ID', 'ADMITTED', ?, now())
                        """)) {
            insert.setObject(1, id);
            insert.setString(2, alias);
            insert.setString(3, "Institution " + alias);
            insert.setString(4, kind.name());
            insert.setArray(5, connection.createArrayOf("text", roles(kind)));
            insert.execute();
            return new Institution(id, alias, kind);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts an institution into another status, as its suspension does. */
    public static void setStatus(Institution institution, String status) {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement update =
                        connection.prepareStatement("update participant set status = ? where id = ?")) {
            update.setString(1, status);
            update.setObject(2, institution.id());
            update.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] roles(ParticipantKind kind) {
        return List.of(Role.values()).stream()
                .filter(role -> role.countsUnder(kind))
                .map(Role::text)
                .toArray(String[]::new);
    }
}
