package org.simpul.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.SystemActor;
import org.simpul.audit.Act;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.LargeLog;
import org.simpul.shared.Ids;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.bench.Rounds.demand;

/**
 * What the audit log costs: an entry with its leaf beside an insert into the outbox by plain JDBC, and a proof as the log
 * grows. {@code ./mvnw test -Dtest=AuditBench -Dsimpul.durable=true -Dsimpul.bench.sizes=10000,100000,1000000}.
 */
@QuarkusTest
class AuditBench extends HubTest {
    private static final int ROUNDS = 5;
    private static final int ENTRIES = 1_000;
    private static final int PROOFS = 2_000;
    private static final String OUTBOX =
            "insert into outbox_event (id, owner, kind, object_id, created_at, due_at) values (?, ?, ?, ?, now(), now())";
    private static final String ENTRY =
            """
            insert into audit_entry (id, at, person_id, actor, participant_id, roles, client, act, object_kind, object_id,
              object_owner, purpose, case_reference, outcome, request_id, detail_digest, payload, nonce, detail_key)
            select ?, now(), person_id, actor, participant_id, roles, client, act, object_kind, object_id, object_owner,
              purpose, case_reference, outcome, request_id, detail_digest, payload, nonce, detail_key
            from bench_entry
            """;

    @Inject
    AuditLog audit;

    @Inject
    SystemActor actor;

    @Inject
    ParticipantDirectory participants;

    @Inject
    AgroalDataSource database;

    private final List<Map<String, Object>> report = new ArrayList<>();
    private final UUID bank = Institutions.bank().id();

    /** Something done so many times by so many clients. */
    private interface Work {
        void run(int client, int times) throws Exception;
    }

    @Test
    void anEntryWithItsLeaf() throws Exception {
        assertEquals(
                List.of("on"), Database.queryAsSuperuser("select current_setting('fsync')"), "-Dsimpul.durable=true");
        Work record = this::record;
        record.run(0, 100);
        Database.updateAsSuperuser("create table bench_entry as select * from audit_entry order by id desc limit 1");
        for (int clients : new int[] {1, 8}) {
            measure("an entry with its leaf", clients, record, true);
            measure("an entry with its leaf, by plain JDBC", clients, this::entries, true);
            measure("an entry alone", clients, record, false);
            measure("an entry alone, by plain JDBC", clients, this::entries, false);
        }
        write("audit-append");
        report.forEach(row -> System.out.printf(
                "| %s | %s | %.0f/s | %.0f/s | %.2f (%.2f–%.2f) |%n",
                row.get("workload"),
                row.get("clients"),
                row.get("hub_per_s"),
                row.get("limit_per_s"),
                row.get("ratio_median"),
                row.get("ratio_min"),
                row.get("ratio_max")));
    }

    private void measure(String name, int clients, Work work, boolean leaves) throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> hub = new ArrayList<>();
        List<Double> limit = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            LargeLog.sequence(database);
            long start = System.nanoTime();
            by(clients, work);
            if (leaves) {
                LargeLog.sequence(database);
            }
            double ofHub = ENTRIES * 1e9 / (System.nanoTime() - start);
            start = System.nanoTime();
            by(clients, this::events);
            double ofLimit = ENTRIES * 1e9 / (System.nanoTime() - start);
            if (round >= 0) {
                hub.add(ofHub);
                limit.add(ofLimit);
                ratios.add(ofHub / ofLimit);
            }
        }
        Collections.sort(hub);
        Collections.sort(limit);
        Collections.sort(ratios);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("workload", name);
        row.put("clients", clients);
        row.put("hub_per_s", hub.get(ROUNDS / 2));
        row.put("limit_per_s", limit.get(ROUNDS / 2));
        row.put("ratio_median", ratios.get(ROUNDS / 2));
        row.put("ratio_min", ratios.get(0));
        row.put("ratio_max", ratios.get(ROUNDS - 1));
        report.add(row);
    }

    private static void by(int clients, Work work) {
        CompletableFuture<?>[] done = new CompletableFuture<?>[clients];
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (int i = 0; i < clients; i++) {
            int client = i;
            done[i] = CompletableFuture.runAsync(
                    () -> {
                        Thread.currentThread().setContextClassLoader(loader);
                        try {
                            work.run(client, ENTRIES / clients);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> new Thread(task).start());
        }
        CompletableFuture.allOf(done).join();
    }

    private enum BenchAct implements Act {
        BENCH_RECORDED
    }

    /** As the hub does it, each in a transaction of its own. */
    private void record(int client, int times) {
        ParticipantDirectory.Member on = participants.byId(List.of(bank)).get(bank);
        AuditedObject object = new AuditedObject("REFERRAL", UUID.randomUUID(), bank);
        for (int i = 0; i < times; i++) {
            actor.act("bench", on, () -> {
                audit.record(BenchAct.BENCH_RECORDED, object, "7");
                return 0;
            });
        }
    }

    private void events(int client, int times) throws Exception {
        try (Connection limit = PostgresResource.superuser();
                PreparedStatement insert = limit.prepareStatement(OUTBOX)) {
            limit.setAutoCommit(false);
            for (int i = 0; i < times; i++) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, bank);
                insert.setString(3, "bench.recorded");
                insert.setObject(4, bank);
                insert.executeUpdate();
                limit.commit();
            }
        }
    }

    private void entries(int client, int times) throws Exception {
        try (Connection limit = PostgresResource.superuser();
                PreparedStatement insert = limit.prepareStatement(ENTRY)) {
            limit.setAutoCommit(false);
            for (int i = 0; i < times; i++) {
                insert.setObject(1, Ids.next());
                insert.executeUpdate();
                limit.commit();
            }
        }
    }

    @Test
    void aProofAsTheLogGrows() throws Exception {
        LargeLog log = new LargeLog();
        Random random = new Random(42);
        for (long size : Rounds.sizes("10000,100000,1000000,10000000")) {
            long start = System.nanoTime();
            log.growTo(size);
            long filled = System.nanoTime() - start;
            long[] times = new long[PROOFS];
            for (int i = -PROOFS / 4; i < PROOFS; i++) {
                String path = "/log/inclusion/" + random.nextLong(size);
                long asked = System.nanoTime();
                demand(Wire.send("GET", path, Map.of(), null), 200);
                if (i >= 0) {
                    times[i] = System.nanoTime() - asked;
                }
            }
            Arrays.sort(times);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("leaves", size);
            row.put("p50_ms", times[PROOFS / 2] / 1e6);
            row.put("p99_ms", times[PROOFS * 99 / 100] / 1e6);
            row.put("filled_s", filled / 1e9);
            report.add(row);
            System.out.printf(
                    "| %,d | %.2f ms | %.2f ms | filled in %.0f s |%n",
                    size, row.get("p50_ms"), row.get("p99_ms"), row.get("filled_s"));
        }
        write("audit-proof");
    }

    private void write(String name) throws IOException {
        Path file = Path.of("target", "bench", name + ".json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }
}
