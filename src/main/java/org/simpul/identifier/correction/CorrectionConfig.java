package org.simpul.identifier.correction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How many corrections may be proposed: each is looked at by a person. */
@ConfigMapping(prefix = "simpul.correction")
interface CorrectionConfig {

    /** Proposals of an institution in a day that begins at midnight of {@code simpul.time-zone}. */
    @WithDefault("200")
    @Min(1)
    int perParticipant();

    /** The same, of one person. */
    @WithDefault("100")
    @Min(1)
    int perPerson();
}
