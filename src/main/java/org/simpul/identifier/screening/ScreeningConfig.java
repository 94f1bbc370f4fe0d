package org.simpul.identifier.screening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often may be screened on a day. */
@ConfigMapping(prefix = "simpul.screening")
public interface ScreeningConfig {

    /** Screenings of one institution. */
    @WithDefault("10000")
    int perParticipant();

    /** Screenings of one person or machine of it. */
    @WithDefault("10000")
    int perPerson();
}
