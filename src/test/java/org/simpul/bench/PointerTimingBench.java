package org.simpul.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.simpul.casework.SubmittedReferral;
import org.simpul.inquiry.pointer.PointerSteps;
import org.simpul.inquiry.pointer.PointerSteps.Officer;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whether the time of a pointer's answer tells what the FIU holds: {@code ./mvnw test -Dtest=PointerTimingBench
 * -Dsimpul.bench.pairs=10000}. Searches that find and searches that do not take turns over HTTP, in a random order within
 * each pair; the two samples of times are compared by the Mann–Whitney statistic, as the chance that a search that finds is
 * slower than one that does not (area under the curve): 0.5 tells nothing.
 */
@QuarkusTest
class PointerTimingBench extends HubTest {
    private static final int PAIRS = Integer.getInteger("simpul.bench.pairs", 10_000);
    private static final int WARM_UP = 300;
    private static final int HELD = 100;

    @Inject
    OutboxDispatcher outbox;

    private final Random random = new Random(42);

    @Test
    void theTimeOfAnAnswerTellsNothing() throws IOException {
        Institution agency = Institutions.agency();
        PointerSteps.on(agency);
        Officer officer = Officer.of(agency);
        List<String> held = new ArrayList<>();
        for (int i = 0; i < HELD; i++) {
            held.add(SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone()).phone);
        }
        outbox.drain();
        samples(officer, held, WARM_UP);
        long[][] samples = samples(officer, held, PAIRS);
        double auc = chanceOfBeingSlower(samples[0], samples[1]);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("pairs", PAIRS);
        report.put("held_p50_ms", median(samples[0]) / 1e6);
        report.put("none_p50_ms", median(samples[1]) / 1e6);
        report.put("auc", auc);
        System.out.println(report);
        Path file = Path.of("target", "bench", "pointer.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        assertTrue(auc >= 0.45 && auc <= 0.55, "AUC " + auc);
    }

    /** @return times in nanoseconds of searches that find, and of those that do not */
    private long[][] samples(Officer officer, List<String> held, int pairs) {
        long[][] samples = new long[2][pairs];
        for (int i = 0; i < pairs; i++) {
            if (i % 15 == 0) {
                officer.forgetQuota();
            }
            int first = random.nextInt(2);
            for (int which : new int[] {first, 1 - first}) {
                String phone = which == 0 ? held.get(random.nextInt(held.size())) : SubmittedReferral.anyPhone();
                long start = System.nanoTime();
                Wire.Reply reply = officer.search(phone);
                samples[which][i] = System.nanoTime() - start;
                assertEquals(200, reply.status());
                assertTrue(reply.body().contains(which == 0 ? "\"HELD\"" : "\"NONE\""), reply.body());
            }
        }
        return samples;
    }

    /** The Mann–Whitney U of the first sample over the number of pairs; ties count half. */
    static double chanceOfBeingSlower(long[] first, long[] second) {
        long[] sorted = second.clone();
        Arrays.sort(sorted);
        double slower = 0;
        for (long time : first) {
            slower += (below(sorted, time) + below(sorted, time + 1)) / 2.0;
        }
        return slower / ((double) first.length * second.length);
    }

    /** How many of the sorted times are less than one. */
    private static int below(long[] sorted, long time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Test
    void theStatisticSeesWhatIsSlower() {
        long[] times = random.longs(1_000, 0, 1_000_000).toArray();
        assertEquals(0.5, chanceOfBeingSlower(times, times), 1e-9);
        assertEquals(1, chanceOfBeingSlower(new long[] {5, 6}, new long[] {1, 2, 3}), 1e-9);
        assertTrue(chanceOfBeingSlower(
                        Arrays.stream(times).map(time -> time + 200_000).toArray(), times)
                > 0.55);
    }
}
