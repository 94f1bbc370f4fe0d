package org.simpul.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.shared.Quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SharesTest {

    private static Map<Usefulness, Integer> of(long high, long medium, long low, long none) {
        return Shares.of(
                Usefulness.class,
                Map.of(
                        Usefulness.HIGH, high,
                        Usefulness.MEDIUM, medium,
                        Usefulness.LOW, low,
                        Usefulness.NONE, none));
    }

    private static Map<Usefulness, Integer> shares(int high, int medium, int low, int none) {
        return Map.of(Usefulness.HIGH, high, Usefulness.MEDIUM, medium, Usefulness.LOW, low, Usefulness.NONE, none);
    }

    @Test
    void sharesAreRoundedToFive() {
        assertEquals(shares(35, 35, 35, 0), of(7, 7, 7, 0));
        assertEquals(shares(60, 15, 25, 0), of(31, 8, 13, 0));
    }

    @Test
    void aGroupOfFewerThanFiveLeavesNoTrace() {
        assertEquals(of(0, 0, 0, 19), of(1, 0, 0, 19));
        assertEquals(of(0, 0, 10, 10), of(4, 4, 10, 10));
        assertEquals(shares(0, 0, 0, 100), of(1, 2, 3, 19));
        assertEquals(shares(0, 0, 0, 0), of(4, 4, 4, 4));
    }

    @Test
    void twentyAreMany() {
        assertFalse(Shares.areMany(List.of(10L, 9L)));
        assertTrue(Shares.areMany(List.of(10L, 10L)));
        assertEquals(
                List.of("20-49", "50-99", "100-199", "200+"),
                List.of(Shares.band(49), Shares.band(50), Shares.band(199), Shares.band(200)));
    }

    @Test
    void aQuarterIsToldOfOnAFixedDayAfterItsEnd() {
        assertEquals(
                "2025-Q4", Quarter.reportedOn(LocalDate.parse("2026-04-29"), 30).text());
        assertEquals(
                "2025-Q4", Quarter.reportedOn(LocalDate.parse("2026-04-30"), 30).text());
        assertEquals(
                "2026-Q1", Quarter.reportedOn(LocalDate.parse("2026-05-01"), 30).text());
        assertEquals(
                "2026-Q1", Quarter.reportedOn(LocalDate.parse("2026-07-30"), 30).text());
        assertEquals(
                LocalDate.parse("2026-01-01"),
                Quarter.reportedOn(LocalDate.parse("2026-05-01"), 30).start());
    }
}
