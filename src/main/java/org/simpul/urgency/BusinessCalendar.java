package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Working days in the hub's time zone: Monday to Friday without the holidays of the configuration. */
@ApplicationScoped
public class BusinessCalendar {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ZoneId zone;
    private final Set<LocalDate> holidays;

    public BusinessCalendar(CalendarConfig config, @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.zone = zone;
        this.holidays = Set.copyOf(config.holidays().orElse(Set.of()));
    }

    /**
     * The end of the n-th working day after the day of {@code from}, which never counts itself: whatever came in on one
     * day is due together.
     *
     * @param days one or more
     * @return the first instant of the day after
     */
    public Instant endOfWorkingDay(Instant from, int days) {
        LocalDate day = day(from);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** @return the date there and then */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    public boolean isWorkingDay(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
