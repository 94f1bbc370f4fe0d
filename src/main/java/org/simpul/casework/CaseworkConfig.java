package org.simpul.casework;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.simpul.referral.Urgency;

/** The FIU's clocks. All of them start at the receipt of a referral. */
@ConfigMapping(prefix = "simpul.casework")
interface CaseworkConfig {

    /** Until a P1 is taken up, at all hours. */
    @WithDefault("PT1H")
    Duration p1AcknowledgeWithin();

    @WithDefault("PT24H")
    Duration p1DecideWithin();

    @WithDefault("P3D")
    Duration p2DecideWithin();

    @WithDefault("P10D")
    Duration p3DecideWithin();

    /** When the submitter learns FINISHED with the form code, whatever happened in between. */
    @WithDefault("P90D")
    Duration finishedAfter();

    /** How often it is looked for referrals whose time has come; {@code off} for never. */
    @WithDefault("60s")
    String noticeEvery();

    default Duration decideWithin(Urgency urgency) {
        return switch (urgency) {
            case P1 -> p1DecideWithin();
            case P2 -> p2DecideWithin();
            case P3 -> p3DecideWithin();
        };
    }
}
