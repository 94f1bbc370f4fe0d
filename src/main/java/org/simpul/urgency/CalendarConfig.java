package org.simpul.urgency;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Days on which nobody works, beside Saturdays and Sundays. */
@ConfigMapping(prefix = "simpul.calendar")
public interface CalendarConfig {

    /** Dates (ISO 8601), separated by commas; none unless the FIU sets them from the government's yearly decree. */
    Optional<Set<LocalDate>> holidays();
}
