package org.simpul.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.Role;

/**
 * What stands around each page.
 *
 * @param path of this page, to come back to after a change of language
 * @param who null when nobody is signed in, or nobody that the hub knows
 * @param sections pages that the person's roles may open
 * @param zone in which times are shown
 */
record Frame(
        Language language,
        String path,
        @Nullable Who who,
        List<Section> sections,
        List<String> emergencyNumbers,
        ZoneId zone) {

    /** The person as the hub knows it. */
    record Who(String login, String institution, List<Role> roles) {

        static Who from(Caller caller, String institution) {
            return new Who(
                    caller.name(), institution, caller.roles().stream().sorted().toList());
        }
    }

    /** @return day and minute in the zone of the console, with the zone's short name */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH.mm z", language.locale())
                .withZone(zone)
                .format(instant);
    }

    /** @return the numbers to call, as a list of words */
    public String emergencyCall() {
        return String.join(" / ", emergencyNumbers);
    }

    /** @return the page of the menu that this is; only those ask */
    public Section section() {
        return Arrays.stream(Section.values()).filter(this::isAt).findFirst().orElseThrow();
    }

    public boolean isAt(Section section) {
        return path.equals(section.path());
    }
}
