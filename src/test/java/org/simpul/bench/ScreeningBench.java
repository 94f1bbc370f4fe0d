package org.simpul.bench;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
 * As many values as a list holds, of which every second one stands on it, asked by file over HTTP; the limit is the same
 * file copied into a staging table and joined. {@code ./mvnw test -Dtest=ScreeningBench -Dsimpul.durable=true
 * -Dsimpul.bench.sizes=1000000}.
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

    /** What is asked in one request, and how many of it stand on the list. */
    private record Values(byte[] csv, int hits) {}

    @Test
    void aFileAgainstAList() throws SQLException, IOException {
        Rounds rounds = new Rounds("screening", "values", 1);
        for (long size : Rounds.sizes("100000,1000000")) {
            Institution bank = Institutions.bank();
            Person person = bank.person(Role.INVESTIGATOR);
            ListSteps list = ListSteps.to(bank).with(ListSteps.account()).published();
            List<Values> files = files(size);
            try (Connection limit = PostgresResource.superuser()) {
                fill(limit, list.id, size);
                rounds.measure(
                        size,
                        new Rounds.Workload(
                                "values by file",
                                () -> screen(bank, person, files),
                                () -> stage(limit, list.id, files)));
            }
        }
        rounds.write();
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

    /** Twice as many numbers as stand on the list, in a fixed disorder, of which each file takes its part. */
    private static List<Values> files(long size) {
        List<Values> files = new ArrayList<>();
        for (long from = 0; from < size; from += MOST_OF_A_FILE) {
            StringBuilder csv = new StringBuilder("value\n");
            int hits = 0;
            for (long i = from; i < Math.min(size, from + MOST_OF_A_FILE); i++) {
                long number = i * 7_919 % (2 * size);
                csv.append("66").append("%010d".formatted(number)).append('\n');
                hits += number < size ? 1 : 0;
            }
            files.add(new Values(csv.toString().getBytes(StandardCharsets.US_ASCII), hits));
        }
        return files;
    }

    private static void screen(Institution bank, Person person, List<Values> files) {
        for (Values file : files) {
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
        }
    }

    private static Wire.Reply send(Person who, String method, String path, String type, Object body) {
        return Wire.send(method, path, Map.of("Authorization", "Bearer " + Tokens.of(who), "Content-Type", type), body);
    }

    private static void stage(Connection connection, String list, List<Values> files) throws SQLException {
        for (Values file : files) {
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
}
