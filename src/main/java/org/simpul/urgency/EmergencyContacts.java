package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.simpul.shared.Wording;

/** Whom to call when somebody is in danger now; told with each P1. */
@ApplicationScoped
public class EmergencyContacts {
    private final List<String> numbers;
    private final Wording wording;

    EmergencyContacts(@ConfigProperty(name = "simpul.emergency-numbers") List<String> numbers, Wording wording) {
        this.numbers = List.copyOf(numbers);
        this.wording = wording;
    }

    /** @return the notice in the language of the request */
    public EmergencyNotice notice() {
        return new EmergencyNotice(wording.violation("no_emergency_service"), numbers);
    }
}
