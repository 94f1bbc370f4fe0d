package org.simpul.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a year.
 *
 * @param start its first day
 */
public record Quarter(LocalDate start) {
    private static final int MONTHS = 3;
    private static final Pattern TEXT = Pattern.compile("([0-9]{4})-Q([1-4])");

    /** The newest quarter that ended so many days before a day, or earlier. */
    public static Quarter reportedOn(LocalDate day, int daysAfterItsEnd) {
        LocalDate last = day.minusDays(daysAfterItsEnd);
        LocalDate running = last.with(IsoFields.DAY_OF_QUARTER, 1);
        return new Quarter(running.minusMonths(MONTHS));
    }

    /** @param text e.g. {@code 2026-Q1}; empty for anything else */
    public static Optional<Quarter> of(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Quarter(LocalDate.of(
                        Integer.parseInt(parts.group(1)), 1 + MONTHS * (Integer.parseInt(parts.group(2)) - 1), 1)))
                : Optional.empty();
    }

    public Quarter previous() {
        return new Quarter(start.minusMonths(MONTHS));
    }

    public Instant from(ZoneId zone) {
        return start.atStartOfDay(zone).toInstant();
    }

    public Instant before(ZoneId zone) {
        return start.plusMonths(MONTHS).atStartOfDay(zone).toInstant();
    }

    /** @return e.g. {@code 2026-Q1} */
    public String text() {
        return "%d-Q%d".formatted(start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
    }
}
