package org.simpul.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How purges are done; how long records are kept is no setting, but a schedule that two others agree to. */
@ConfigMapping(prefix = "simpul.retention")
interface RetentionConfig {

    /** Records that are deleted in one transaction; legal holds wait for it. */
    @WithDefault("1000")
    int portion();

    /** How often it is looked for purges that were approved; {@code off} for never. */
    @WithDefault("60s")
    String purgeEvery();

    /** How often it is looked for legal holds whose review is due; {@code off} for never. */
    @WithDefault("10m")
    String reviewEvery();
}
