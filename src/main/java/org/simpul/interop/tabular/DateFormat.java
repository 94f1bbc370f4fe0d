package org.simpul.interop.tabular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simpul.interop.reading.RowRules;

/** How a file writes dates. Between day, month and year stand {@code -}, {@code /} or {@code .}; a time is dropped. */
public enum DateFormat {
    /** {@code 2026-01-31} */
    ISO("(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})"),
    /** {@code 31/01/2026} */
    DD_MM_YYYY("(?<d>\\d{1,2})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<y>\\d{4})"),
    /** {@code 01/31/2026} */
    MM_DD_YYYY("(?<m>\\d{1,2})(?<s>[-/.])(?<d>\\d{1,2})\\k<s>(?<y>\\d{4})"),
    /** {@code 20260131} */
    YYYYMMDD("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})"),
    /** A count of days: 1 is the day after the base date. */
    DAYS_SINCE_BASE("(?<n>-?\\d{1,6})");

    private static final String TIME = "([T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?)?";

    private final Pattern pattern;

    DateFormat(String pattern) {
        this.pattern = Pattern.compile(pattern + (pattern.contains("<y>") ? TIME : ""));
    }

    /** @return empty when the text is no such date, or one that no statement holds */
    Optional<LocalDate> read(String text, LocalDate base) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = this == DAYS_SINCE_BASE
                    ? base.plusDays(Long.parseLong(matcher.group("n")))
                    : LocalDate.of(number(matcher, "y"), number(matcher, "m"), number(matcher, "d"));
            return Optional.of(date).filter(RowRules::isPlausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}
