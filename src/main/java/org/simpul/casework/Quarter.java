package org.simpul.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/**
 * A quarter of a year.
 *
 * @param start its first day
 */
record Quarter(LocalDate start) {
    private static final int MONTHS = 3;

    /** The newest quarter that ended so many days before a day, or earlier. */
    static Quarter reportedOn(LocalDate day, int daysAfterItsEnd) {
        LocalDate last = day.minusDays(daysAfterItsEnd);
        LocalDate running = last.with(IsoFields.DAY_OF_QUARTER, 1);
        return new Quarter(running.minusMonths(MONTHS));
    }

    Instant from(ZoneId zone) {
        return start.atStartOfDay(zone).toInstant();
    }

    Instant before(ZoneId zone) {
        return start.plusMonths(MONTHS).atStartOfDay(zone).toInstant();
    }

    /** @return e.g. {@code 2026-Q1} */
    String text() {
        return "%d-Q%d".formatted(start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
    }
}
