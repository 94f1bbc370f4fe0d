package org.simpul.inquiry.interest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How many interests may be registered: each asks whether another agency looks at somebody. */
@ConfigMapping(prefix = "simpul.interest")
interface InterestConfig {

    /** Registrations of an agency in a day that begins at midnight of {@code simpul.time-zone}. */
    @WithDefault("200")
    @Min(1)
    int perAgency();

    /** The same, of one person. */
    @WithDefault("40")
    @Min(1)
    int perPerson();

    /** How often it is looked for silences and interests that end, and for meetings that were missed; {@code off} for never. */
    @WithDefault("60s")
    String clockEvery();
}
