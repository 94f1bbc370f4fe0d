package org.simpul.urgency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a P1 waits for a person. */
@ConfigMapping(prefix = "simpul.urgency")
interface UrgencyConfig {

    /** Without an answer: until the next person on duty is called, and the one after. */
    @WithDefault("PT15M")
    Duration nextAfter();

    /** Without an answer: until everybody of the institution is called who may act. */
    @WithDefault("PT60M")
    Duration allAfter();

    /** From an act alone to its review by a second person. */
    @WithDefault("PT4H")
    Duration reviewWithin();

    /** How often it is looked for calls without an answer and acts without a review; {@code off} for never. */
    @WithDefault("15s")
    String lookEvery();
}
