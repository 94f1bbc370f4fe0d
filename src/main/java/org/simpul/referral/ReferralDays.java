package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import org.simpul.urgency.BusinessCalendar;

/** The days of the submitters: where they are, and when they work. */
@ApplicationScoped
class ReferralDays {
    private final InstantSource clock;
    private final ReferralConfig config;
    private final BusinessCalendar calendar;

    ReferralDays(InstantSource clock, ReferralConfig config, BusinessCalendar calendar) {
        this.clock = clock;
        this.config = config;
        this.calendar = calendar;
    }

    LocalDate today() {
        return calendar.day(clock.instant());
    }

    /** The last day for the report that the law asks for: so many working days after the suspicion was formed. */
    LocalDate statutoryDue(LocalDate suspicionFormedOn) {
        LocalDate day = suspicionFormedOn;
        for (int left = config.statutoryDue(); left > 0; ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    boolean isSoonDue(LocalDate dueOn) {
        return !dueOn.isBefore(today()) && !dueOn.isAfter(today().plusDays(config.statutoryWarnBefore()));
    }

    boolean isSoonOverwritten(HeldItem item) {
        return item.isOverwrittenBetween(today(), overwrittenUntil());
    }

    /** Whatever is overwritten until this day is near its end. */
    LocalDate overwrittenUntil() {
        return today().plusDays(config.overwrittenWarnBefore());
    }
}
