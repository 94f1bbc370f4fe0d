package org.simpul.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simpul.testing.Database;
import org.simpul.testing.Wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The hub and its limit in turns: the same question over HTTP with a token, audit and both walls, and by plain JDBC without
 * any of them. What counts is their ratio; milliseconds belong to the machine.
 */
final class Rounds {
    static final Path FOLDER = Path.of("target", "bench");
    private static final int ROUNDS = 5;
    /** So often code runs before it is compiled as it will stay; a workload of one call in a round is long by itself. */
    private static final int WARM = 200;

    private final String name;
    private final String counted;
    private final int calls;
    private final List<Map<String, Object>> report = new ArrayList<>();

    /**
     * @param name of the file below {@code target/bench}
     * @param counted what a size counts
     * @param calls of each side in a round
     */
    Rounds(String name, String counted, int calls) {
        this.name = name;
        this.counted = counted;
        this.calls = calls;
        // a commit is on disk, as in production
        assertEquals(
                List.of("on"), Database.queryAsSuperuser("select current_setting('fsync')"), "-Dsimpul.durable=true");
    }

    /**
     * One question to the hub, and to the database alone.
     *
     * @param before each call of either; its time does not count
     */
    record Workload(String name, Call before, Call hub, Call limit) {
        Workload(String name, Call hub, Call limit) {
            this(name, () -> {}, hub, limit);
        }
    }

    interface Call {
        void run() throws SQLException;
    }

    /** @param sizes what to grow to where the command names none */
    static List<Long> sizes(String sizes) {
        return Arrays.stream(System.getProperty("simpul.bench.sizes", sizes).split(","))
                .map(Long::valueOf)
                .toList();
    }

    /** A round with one wrong answer is void. */
    static Wire.Reply demand(Wire.Reply reply, int status) {
        if (reply.status() != status) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        return reply;
    }

    void measure(long size, Workload workload) throws SQLException {
        int warm = calls == 1 ? 1 : WARM;
        times(warm, workload.before(), workload.hub());
        times(warm, workload.before(), workload.limit());
        List<Double> ratios = new ArrayList<>();
        List<Long> hub = new ArrayList<>();
        List<Long> limit = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> ofHub = times(calls, workload.before(), workload.hub());
            List<Long> ofLimit = times(calls, workload.before(), workload.limit());
            ratios.add((double) ofLimit.get(calls / 2) / ofHub.get(calls / 2));
            hub.addAll(ofHub);
            limit.addAll(ofLimit);
        }
        Collections.sort(hub);
        Collections.sort(limit);
        Collections.sort(ratios);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("workload", workload.name());
        row.put(counted, size);
        row.put("hub_p50_ms", at(hub, 50));
        row.put("hub_p95_ms", at(hub, 95));
        row.put("hub_p99_ms", at(hub, 99));
        row.put("limit_p50_ms", at(limit, 50));
        row.put("limit_p95_ms", at(limit, 95));
        row.put("limit_to_hub_median", ratios.get(ratios.size() / 2));
        row.put("limit_to_hub_min", ratios.get(0));
        row.put("limit_to_hub_max", ratios.get(ratios.size() - 1));
        report.add(row);
        tell(row);
    }

    /** The row to the console, and all of them as JSON: what is measured stays, whatever breaks off later. */
    private void tell(Map<String, Object> row) {
        if (report.size() == 1) {
            System.out.printf(
                    "| workload | %s | hub p50 | hub p95 | limit p50 | limit p95 | limit to hub: median (min–max) |%n",
                    counted);
        }
        System.out.printf(
                "| %s | %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f (%.2f–%.2f) |%n",
                row.get("workload"),
                row.get(counted),
                row.get("hub_p50_ms"),
                row.get("hub_p95_ms"),
                row.get("limit_p50_ms"),
                row.get("limit_p95_ms"),
                row.get("limit_to_hub_median"),
                row.get("limit_to_hub_min"),
                row.get("limit_to_hub_max"));
        write(name, report);
    }

    /** @param name of the file below {@code target/bench} */
    static void write(String name, Object report) {
        try {
            Files.createDirectories(FOLDER);
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(FOLDER.resolve(name + ".json").toFile(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double at(List<Long> sorted, int percent) {
        return Math.round(sorted.get((sorted.size() - 1) * percent / 100) / 10_000.0) / 100.0;
    }

    /** @return in nanoseconds, the fastest first */
    private static List<Long> times(int calls, Call before, Call call) throws SQLException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            before.run();
            long start = System.nanoTime();
            call.run();
            times.add(System.nanoTime() - start);
        }
        Collections.sort(times);
        return times;
    }
}
