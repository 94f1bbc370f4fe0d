package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A purge whose hub is killed (SIGKILL) twice in the middle ends with exact counts and the digest of one that was not.
 * {@code -Dsimpul.bench.rows=1000000} for how many records expire; what it took is written to {@code target/bench/purge.json}.
 */
class PurgeCrashIT extends InstitutionSteps {
    private static final int ROWS = Integer.getInteger("simpul.bench.rows", 20_000);
    private static final int KEPT = ROWS / 10;
    private static final String FILL =
            """
            set session_replication_role = replica;
            with made as (insert into lead (id, owner, source, observed_on, child_at_risk, submitted_by, received_at,
                sealed_at)
              select uuidv7(), (select id from participant where kind = 'PARTNER' order by id limit 1), 'HOTLINE',
                current_date, false, gen_random_uuid(), now() - make_interval(months => case when n <= %1$d then 61 else 59 end),
                now() from generate_series(1, %1$d + %2$d) n returning id, owner),
            valued as (insert into lead_identifier (id, owner, version_id, type, scope, value)
              select uuidv7(), owner, id, 'BANK_ACCOUNT', 'ID:014', 'P' || id from made),
            given as (insert into disclosure (id, object_kind, object_id, object_owner, from_participant,
                to_participant, purpose, legal_basis, tlp, pap, disclosed_by, disclosed_at)
              select uuidv7(), 'LEAD', id, owner, owner, (select id from participant where kind = 'FIU'),
                'LOCATE_AND_PROTECT', 'UU_8_2010_ART_90', 'TLP:AMBER', 'PAP:RED', gen_random_uuid(), now() from made
              returning id, object_id, from_participant, to_participant)
            insert into reach (audience, object_kind, object_id, disclosure_id, from_participant)
            select to_participant, 'LEAD', object_id, id, from_participant from given;
            set session_replication_role = origin;
            analyze lead, lead_identifier, disclosure, reach
            """
                    .formatted(ROWS, KEPT);
    private static final String EXPIRED =
            "select id from lead where received_at < now() - interval '60 months' order by id";

    private final Api fitri = as("fitri");
    private final Api oki = as("oki");
    private final Api opik = as("opik");

    @Test
    void aPurgeWhoseHubIsKilledTwiceEndsAsOneThatWasNot() throws SQLException, IOException {
        install();
        database(FILL);
        String control = chainOverWhatExpires();
        String path = ordered();
        long began = System.nanoTime();
        ok(oki, oki.post(path + "/decisions", Bodies.decision(digest(oki, path))));
        for (int quarter : List.of(1, 2)) {
            waitFor(path, "APPROVED", (long) ROWS * quarter / 4);
            installation.killHub();
            long gone = ROWS + KEPT - count("lead");
            assertTrue(gone < ROWS, "killed too late: nothing was left");
            assertEquals(gone, count("lead_identifier", ROWS + KEPT), "a record goes with its parts");
            assertEquals(
                    gone, number("select purged from purge_class where class = 'LEAD' order by run_id desc limit 1"));
            installation.startHub();
        }
        JsonNode certificate = waitFor(path, "FINISHED", ROWS);
        double seconds = (System.nanoTime() - began) / 1e9;
        JsonNode leads = leads(certificate);
        assertEquals(ROWS, leads.get("purged").asLong());
        assertEquals(control, leads.get("ids_digest").asText());
        assertEquals(KEPT, count("lead"));
        for (String part : List.of(
                "lead_identifier", "reach where object_kind = 'LEAD'", "disclosure where object_kind = 'LEAD'")) {
            assertEquals(KEPT, count(part), part);
        }
        assertEquals(64, certificate.get("certificate").asText().length());
        Path file = Path.of("target", "bench", "purge.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"records\": %d, \"kept\": %d, \"kills\": 2, \"seconds\": %.1f}%n".formatted(ROWS, KEPT, seconds));
    }

    private void install() {
        String path = fitri.require(
                        fitri.post(
                                "/retention-schedules",
                                "{\"in_force_from\":\"" + LocalDate.now()
                                        + "\",\"periods\":[{\"record_class\":\"LEAD\","
                                        + "\"months\":60,\"law_reference\":\"A test\"}]}"),
                        201)
                .json()
                .get("id")
                .asText();
        path = "/retention-schedules/" + path;
        ok(oki, oki.post(path + "/decisions", Bodies.decision(digest(oki, path))));
        ok(opik, opik.post(path + "/installations", "{\"digest\":\"" + digest(opik, path) + "\"}"));
    }

    private String ordered() {
        JsonNode counted = fitri.require(fitri.post("/purges", null), 201).json();
        assertEquals(ROWS, leads(counted).get("expired").asLong());
        String path = "/purges/" + counted.get("id").asText();
        ok(fitri, fitri.post(path + "/orders", "{\"digest\":\"" + digest(fitri, path) + "\"}"));
        return path;
    }

    private static String digest(Api api, String path) {
        return ok(api, api.get(path)).get("digest").asText();
    }

    private static JsonNode leads(JsonNode purge) {
        for (JsonNode one : purge.get("classes")) {
            if (one.get("record_class").asText().equals("LEAD")) {
                return one;
            }
        }
        throw new IllegalStateException("no leads in " + purge);
    }

    private JsonNode waitFor(String path, String status, long purged) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60 + ROWS / 200);
        while (System.nanoTime() < end) {
            JsonNode seen = ok(fitri, fitri.get(path));
            if (seen.get("status").asText().equals(status)
                    && leads(seen).get("purged").asLong() >= purged) {
                return seen;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new LaunchFailure("The purge does not come to " + status + " with " + purged + ".");
    }

    /** Computed here anew, and not by the product. */
    private String chainOverWhatExpires() throws SQLException {
        byte[] last = new byte[32];
        try (Connection connection = installation.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (ResultSet rows = statement.executeQuery(EXPIRED)) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    last = sha256.digest(ByteBuffer.allocate(48)
                            .put(last)
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())
                            .array());
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return HexFormat.of().formatHex(last);
    }

    private void database(String sql) throws SQLException {
        try (Connection connection = installation.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String from) throws SQLException {
        return number("select count(*) from " + from);
    }

    /** How many of so many are gone. */
    private long count(String from, long of) throws SQLException {
        return of - count(from);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = installation.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
