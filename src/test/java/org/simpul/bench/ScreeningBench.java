package org.simpul.bench;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.simpul.access.Role;
import org.simpul.identifier.list.ListSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

import static org.simpul.bench.Rounds.demand;

/**
 * A file of values, of which every second one stands on a list, asked over HTTP: as many as the list holds, a million at
 * most. The limit is the same file copied into a staging table and joined. {@code ./mvnw test -Dtest=ScreeningBench
 * -Dsimpul.durable=true -Dsimpul.bench.sizes=1000000,10000000}.
 */
@QuarkusTest
class ScreeningBench extends HubTest {
    private static final int MOST_OF_A_FILE = 1_000_000;
    private static final String STAGED =
            """
            select count(*) from asked a join list_entry e
              on e.value = a.value and e.type = 'BANK_ACCOUNT' and e.scope = 'ID:014'
            where e.list_id = '%s' and e.added_in <= 1 and (e.removed_in is null or e.removed_in > 1)
            """;

    /**
     * What is asked in one request.
     *
     * @param hits how many of it stand on the list
     * @param rows sum of their rows, of which the header is the first
     */
    private record Values(byte[] csv, int hits, long rows) {}

    @Test
    void aFileAgainstAList() throws SQLException {
        Rounds rounds = new Rounds("screening", "identifiers", 1);
        for (long size : Rounds.sizes("100000,1000000")) {
            Institution bank = Institutions.bank();
            Person person = bank.person(Role.INVESTIGATOR);
            ListSteps list = ListSteps.to(bank).with(ListSteps.account()).published();
            Values file = file(size);
            try (Connection limit = PostgresResource.superuser()) {
                fill(limit, list.id, size);
                rounds.measure(
                        size,
                        new Rounds.Workload(
                                "values by file", () -> screen(bank, person, file), () -> stage(limit, list.id, file)));
            }
        }
    }

    private static void fill(Connection connection, String list, long size) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // no trigger: what was published does not change otherwise
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    """
                    insert into list_entry (owner, list_id, type, scope, value, confidence, added_in)
                    select l.owner, l.id, 'BANK_ACCOUNT', 'ID:014', %s, 80, 1
                    from identifier_list l, generate_series(0, %d) i where l.id = '%s'"""
                            .formatted("'66' || lpad(i::text, 10, '0')", size - 1, list));
            statement.execute("set session_replication_role = origin");
            statement.execute("analyze list_entry");
        }
    }

    /** Of twice as many numbers as stand on the list, in a fixed disorder. */
    private static Values file(long size) {
        StringBuilder csv = new StringBuilder("value\n");
        int hits = 0;
        long rows = 0;
        for (long i = 0; i < Math.min(size, MOST_OF_A_FILE); i++) {
            long number = i * 7_919 % (2 * size);
            csv.append("66").append("%010d".formatted(number)).append('\n');
            if (number < size) {
                hits++;
                rows += i + 2;
            }
        }
        return new Values(csv.toString().getBytes(StandardCharsets.US_ASCII), hits, rows);
    }

    private static void screen(Institution bank, Person person, Values file) {
        Database.updateAsSuperuser(
                "update inquiry_quota set asked = 1 where kind = 'SCREENED_VALUES' and owner = ?", bank.id());
        String run = demand(
                        send(
                                person,
                                "POST",
                                "/api/v1/screening-runs",
                                "application/json",
                                Map.of("defaults", Map.of("type", "BANK_ACCOUNT", "scope", "ID:014"))),
                        201)
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        Wire.Reply reply = demand(send(person, "PUT", run + "/content", "text/csv", file.csv()), 200);
        if (!reply.body().contains("\"rows_matched\":%d,".formatted(file.hits()))) {
            throw new IllegalStateException("not " + file.hits() + ": " + reply.body());
        }
        Object kept = Database.queryAsSuperuser(
                        "select count(*) || ' ' || count(distinct row_number) || ' ' || sum(row_number)"
                                + " from screening_hit where run_id = ?",
                        UUID.fromString(run.substring(run.lastIndexOf('/') + 1)))
                .get(0);
        if (!kept.equals(file.hits() + " " + file.hits() + " " + file.rows())) {
            throw new IllegalStateException("other rows than those that stand on the list: " + kept);
        }
    }

    private static Wire.Reply send(Person who, String method, String path, String type, Object body) {
        return Wire.send(method, path, Map.of("Authorization", "Bearer " + Tokens.of(who), "Content-Type", type), body);
    }

    private static void stage(Connection connection, String list, Values file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp table asked (value text)");
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy asked from stdin (format csv, header)", new ByteArrayInputStream(file.csv()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            statement.execute("analyze asked");
            try (ResultSet row = statement.executeQuery(STAGED.formatted(UUID.fromString(list)))) {
                row.next();
                if (row.getInt(1) != file.hits()) {
                    throw new IllegalStateException("not " + file.hits() + ": " + row.getInt(1));
                }
            }
            statement.execute("drop table asked");
        }
    }
}
