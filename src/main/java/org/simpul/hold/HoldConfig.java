package org.simpul.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The statutory clocks of holds (UU 8/2010), in working days after the day on which they begin. */
@ConfigMapping(prefix = "simpul.hold")
interface HoldConfig {

    /** Article 26. */
    @WithDefault("5")
    @Min(1)
    int postponementWorkingDays();

    /** Article 66 paragraph 1. */
    @WithDefault("5")
    @Min(1)
    int haltWorkingDays();

    /** Article 66 paragraph 2, once; 0 for never. */
    @WithDefault("15")
    @Min(0)
    int haltExtensionWorkingDays();

    /** Article 71 paragraph 3. */
    @WithDefault("30")
    @Min(1)
    int orderWorkingDays();

    @WithDefault("30")
    @Min(1)
    int keepOpenWorkingDays();

    /** Once; 0 for never. */
    @WithDefault("30")
    @Min(0)
    int keepOpenExtensionWorkingDays();

    /** How long before the end both sides are told. */
    @WithDefault("PT24H")
    Duration warnBefore();

    /** How long after the end a release that nobody told of is overdue. */
    @WithDefault("PT24H")
    Duration releaseWithin();

    /** How often it is looked for holds that end; {@code off} for never. */
    @WithDefault("60s")
    String clockEvery();

    default int workingDays(HoldKind kind) {
        return switch (kind) {
            case POSTPONEMENT -> postponementWorkingDays();
            case HALT_REQUEST -> haltWorkingDays();
            case INVESTIGATOR_ORDER -> orderWorkingDays();
            case KEEP_OPEN -> keepOpenWorkingDays();
        };
    }

    /** @return 0 where there is none */
    default int extensionWorkingDays(HoldKind kind) {
        return switch (kind) {
            case HALT_REQUEST -> haltExtensionWorkingDays();
            case KEEP_OPEN -> keepOpenExtensionWorkingDays();
            case POSTPONEMENT, INVESTIGATOR_ORDER -> 0;
        };
    }
}
