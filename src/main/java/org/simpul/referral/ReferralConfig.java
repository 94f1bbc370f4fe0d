package org.simpul.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The submitter's days. A day begins at midnight of {@code simpul.time-zone}. */
@ConfigMapping(prefix = "simpul.referral")
interface ReferralConfig {

    /** Working days from the suspicion to the report that the law asks for. */
    @WithDefault("3")
    int statutoryDue();

    /** Days before the report's last day on which its reader is warned. */
    @WithDefault("1")
    int statutoryWarnBefore();

    /** Days before something held is overwritten on which its reader, and who was asked to keep it, is warned. */
    @WithDefault("7")
    int overwrittenWarnBefore();

    /** How often it is looked for whom to remind; whoever it is, once a day. {@code off} for never. */
    @WithDefault("1h")
    String remindEvery();
}
