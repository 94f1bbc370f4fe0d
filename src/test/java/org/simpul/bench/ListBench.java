package org.simpul.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.bench.Rounds.demand;

/**
 * Lists of identifiers as they grow: a file goes in, one value is screened, a page is read; and one list from its file to
 * its end. {@code ./mvnw test -Dtest=ListBench -Dsimpul.durable=true -Dsimpul.bench.sizes=10000,100000}.
 */
@QuarkusTest
class ListBench extends HubTest {
    private static final int PAGE = 50;
    private static final Duration VALID = Duration.ofDays(2);
    /** A larger list is brought in once, without turns with {@code COPY}. */
    private static final long MOST_IN_TURNS = 1_000_000;

    private static final String COPY =
            "copy list_entry (owner, list_id, type, scope, value, confidence, added_in) from stdin";
    private static final String POINT =
            "select * from list_entry where value = ? and type = 'BANK_ACCOUNT' and scope = 'ID:014' and removed_in is null";
    private static final String ENTRIES =
            "select * from list_entry where owner = ? and list_id = ? and removed_in is null order by id limit 51";

    private final Random random = new Random(42);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);
    private final UUID fiu = Institutions.fiu().id();
    private ListSteps list;
    private String run;

    @Test
    void aListAsItGrows() throws SQLException, IOException {
        Rounds adding = new Rounds("list-add", "identifiers", 1);
        Rounds reading = new Rounds("list-read", "identifiers", 40);
        List<Map<String, Object>> lives = new ArrayList<>();
        for (long size : Rounds.sizes("10000,100000")) {
            Path file = file(size);
            try (Connection limit = PostgresResource.superuser()) {
                if (size <= MOST_IN_TURNS) {
                    adding.measure(
                            size,
                            new Rounds.Workload(
                                    "add by a file", this::begin, () -> send(file, size), () -> copy(limit, size)));
                }
                lives.add(life(file, size, reading, limit));
                System.out.println(lives.get(lives.size() - 1));
                Rounds.write("list-life", lives);
            }
            Files.delete(file);
        }
    }

    /** A new list and a run that waits for its file, in a table that is empty. */
    private void begin() {
        begin(Map.of("type", "BANK_ACCOUNT", "scope", "ID:014"));
    }

    private void begin(Map<String, Object> defaults) {
        Database.updateAsSuperuser("truncate list_entry cascade");
        list = ListSteps.to(bank);
        run = as(list.analyst)
                .body(Map.of("operation", "ADD", "on_error", "REJECT_ALL", "defaults", defaults))
                .post(list.path() + "/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** From the file to the edition, and to the next that has none of it; what a collection left of the heap at most. */
    private Map<String, Object> life(Path file, long size, Rounds reading, Connection limit) throws SQLException {
        AtomicLong most = new AtomicLong();
        List<Runnable> listening = new ArrayList<>();
        afterEachCollection(used -> most.accumulateAndGet(used, Math::max), listening);
        begin(Map.of(
                "type",
                "BANK_ACCOUNT",
                "scope",
                "ID:014",
                "valid_until",
                Instant.now().plus(VALID).toString()));
        Map<String, Object> life = new LinkedHashMap<>();
        life.put("identifiers", size);
        life.put("import_s", seconds(() -> send(file, size)));
        life.put("publish_s", seconds(list::published));
        assertEquals(
                "1",
                as(banker).get(list.path()).then().extract().path("edition").toString());
        read(reading, limit, size);
        // the last day of all of it has passed
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), VALID.multipliedBy(2)), InstantSource.class);
        list.due();
        life.put("expire_s", seconds(list::looked));
        life.put("sweep_s", seconds(this::sweep));
        life.put("page_after_sweep_s", seconds(() -> assertEquals(List.of(), list.seen(banker))));
        QuarkusMock.installMockForType(Clock.systemUTC(), InstantSource.class);
        System.gc();
        listening.forEach(Runnable::run);
        life.put("most_heap_after_collection_mib", most.get() >> 20);
        life.put(
                "heap_at_the_end_mib",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        return life;
    }

    /** Look by look, until nothing is left. */
    private void sweep() {
        do {
            list.swept();
        } while (!Database.queryAsSuperuser("select id from list_entry where gone_from is null limit 1")
                .isEmpty());
    }

    private void read(Rounds rounds, Connection limit, long size) throws SQLException {
        Database.updateAsSuperuser("analyze list_entry");
        UUID id = UUID.fromString(list.id);
        rounds.measure(
                size,
                new Rounds.Workload("screen one value", () -> screen(any(size)), () -> ask(limit, POINT, any(size))));
        rounds.measure(
                size,
                new Rounds.Workload(
                        "a page of 50",
                        () -> demand(
                                Wire.send("GET", list.path() + "/entries?page_size=" + PAGE, headers(banker), null),
                                200),
                        () -> ask(limit, ENTRIES, fiu, id)));
    }

    private void screen(String account) {
        Wire.Reply reply =
                demand(post("/api/v1/screenings", Map.of("identifiers", List.of(ListSteps.identifier(account)))), 200);
        if (reply.body().split("\"list_id\":\"" + list.id, -1).length != 2) {
            throw new IllegalStateException("not one hit: " + reply.body());
        }
    }

    private String any(long size) {
        return account(random.nextLong(size));
    }

    private static String account(long number) {
        return account(new StringBuilder(), number).toString();
    }

    private static StringBuilder account(StringBuilder text, long number) {
        String digits = Long.toString(number);
        return text.append("880000000000", 0, 12 - digits.length()).append(digits);
    }

    private static Path file(long size) throws IOException {
        Files.createDirectories(Rounds.FOLDER);
        Path file = Rounds.FOLDER.resolve("identifiers-" + size + ".csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("value\n");
            StringBuilder line = new StringBuilder();
            for (long i = 0; i < size; i++) {
                line.setLength(0);
                writer.append(account(line, i).append('\n'));
            }
        }
        return file;
    }

    private void send(Path file, long size) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                RestAssured.baseURI + ":" + RestAssured.port + list.path() + "/imports/" + run + "/content"));
        headers(list.analyst).forEach(request::header);
        try {
            HttpResponse<String> answer = http.send(
                    request.setHeader("Content-Type", "text/csv")
                            .PUT(HttpRequest.BodyPublishers.ofFile(file))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("\"rows_stored\":" + size)) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void copy(Connection limit, long size) throws SQLException {
        CopyIn copy = limit.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        String end = "\t50\t1\n";
        String start = fiu + "\t" + list.id + "\tBANK_ACCOUNT\tID:014\t";
        StringBuilder rows = new StringBuilder();
        for (long i = 0; i < size; i++) {
            account(rows.append(start), i).append(end);
            if (rows.length() > 1 << 16 || i == size - 1) {
                byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                rows.setLength(0);
            }
        }
        assertEquals(size, copy.endCopy());
    }

    private Wire.Reply post(String path, Object body) {
        return Wire.send("POST", path, headers(banker), body);
    }

    private static Map<String, String> headers(Person person) {
        return Map.of(
                "Authorization",
                "Bearer " + Tokens.of(person),
                "Purpose",
                "MONEY_LAUNDERING",
                "Content-Type",
                "application/json");
    }

    private static void ask(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
    }

    private static double seconds(Rounds.Call call) throws SQLException {
        long start = System.nanoTime();
        call.run();
        return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
    }

    /** @param listening gets what ends it */
    private static void afterEachCollection(LongConsumer used, List<Runnable> listening) {
        Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            NotificationEmitter emitter = (NotificationEmitter) collector;
            NotificationListener listener = (notification, handback) -> {
                Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                                (CompositeData) notification.getUserData())
                        .getGcInfo()
                        .getMemoryUsageAfterGc();
                used.accept(after.entrySet().stream()
                        .filter(pool -> heap.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum());
            };
            emitter.addNotificationListener(listener, null, null);
            listening.add(() -> {
                try {
                    emitter.removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
