package org.simpul.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a draft that nobody touches lives. */
@ConfigMapping(prefix = "simpul.referral")
interface DraftConfig {

    /** From the last touch of its institution to its end. */
    @WithDefault("P14D")
    Duration draftLives();

    /** How long before its end its institution is told. */
    @WithDefault("P3D")
    Duration draftWarnedBefore();

    /** How often it is looked for drafts whose time has come; {@code off} for never. */
    @WithDefault("10m")
    String draftsEvery();
}
