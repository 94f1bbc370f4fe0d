package org.simpul.urgency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BusinessCalendarTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static BusinessCalendar calendar(String... holidays) {
        Set<LocalDate> days = Set.of(holidays).stream().map(LocalDate::parse).collect(Collectors.toSet());
        return new BusinessCalendar(() -> Optional.of(days), JAKARTA);
    }

    private static Instant jakarta(String localTime) {
        return LocalDateTime.parse(localTime).atZone(JAKARTA).toInstant();
    }

    @Test
    void threeWorkingDaysFromAMondayEndWithThursday() {
        assertEquals(jakarta("2026-03-06T00:00:00"), calendar().endOfWorkingDay(jakarta("2026-03-02T09:30:00"), 3));
    }

    @Test
    void whatComesInOnOneDayIsDueTogether() {
        assertEquals(
                calendar().endOfWorkingDay(jakarta("2026-03-02T00:00:00"), 3),
                calendar().endOfWorkingDay(jakarta("2026-03-02T23:59:59"), 3));
    }

    @Test
    void weekendsAndHolidaysDoNotCount() {
        // received on a Thursday; Friday is a holiday, Saturday and Sunday are none of ours
        assertEquals(
                jakarta("2026-03-11T00:00:00"),
                calendar("2026-03-06").endOfWorkingDay(jakarta("2026-03-05T10:00:00"), 2));
        assertEquals(jakarta("2026-03-10T00:00:00"), calendar().endOfWorkingDay(jakarta("2026-03-07T10:00:00"), 1));
    }

    @Test
    void theDayIsTheOneOfTheZoneAndNotOfGreenwich() {
        // 22:00 UTC on Sunday is Monday morning in Jakarta
        Instant sundayEvening = Instant.parse("2026-03-01T22:00:00Z");
        assertEquals(LocalDate.parse("2026-03-02"), calendar().day(sundayEvening));
        assertEquals(jakarta("2026-03-04T00:00:00"), calendar().endOfWorkingDay(sundayEvening, 1));
    }

    @Test
    void withoutConfigurationTheWeekendAloneIsFree() {
        BusinessCalendar plain = new BusinessCalendar(Optional::empty, JAKARTA);
        assertTrue(plain.isWorkingDay(LocalDate.parse("2026-01-01")));
        assertFalse(plain.isWorkingDay(LocalDate.parse("2026-03-07")));
    }
}
