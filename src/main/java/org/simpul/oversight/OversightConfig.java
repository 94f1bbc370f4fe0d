package org.simpul.oversight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Clocks of oversight. */
@ConfigMapping(prefix = "simpul.oversight")
interface OversightConfig {

    /** From the discovery of a breach until authority and subjects are told, at most: UU 27/2022 art. 46, 3 × 24 hours. */
    @WithDefault("PT72H")
    Duration breachToldWithin();

    /** When, after the discovery, it is warned that they are not told yet; in order. */
    @WithDefault("PT24H,PT48H,PT60H")
    List<Duration> breachWarnings();

    /** How often it is looked for breaches whose time runs; {@code off} for never. */
    @WithDefault("60s")
    String breachClockEvery();

    /** How often the audit is looked through for anomalies; {@code off} for never. */
    @WithDefault("1h")
    String anomaliesEvery();
}
