package org.simpul.casework;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The FIU's clocks. All of them start at the receipt of a referral; a P1's run at all hours. */
@ConfigMapping(prefix = "simpul.casework")
interface CaseworkConfig {

    /** Until a P1 is taken up, at all hours. */
    @WithDefault("PT1H")
    Duration p1AcknowledgeWithin();

    @WithDefault("PT24H")
    Duration p1DecideWithin();

    /** Ends with the n-th working day after the day of the receipt. */
    @WithDefault("3")
    @Min(1)
    int p2DecideWithinWorkingDays();

    @WithDefault("10")
    @Min(1)
    int p3DecideWithinWorkingDays();

    /** How long before a P1 must be decided its clock warns. */
    @WithDefault("PT4H")
    Duration p1WarnBefore();

    /** How long before the end of the last working day of the others. */
    @WithDefault("PT24H")
    Duration warnBefore();

    /** How often it is looked for clocks that are about to pass, or have; {@code off} for never. */
    @WithDefault("60s")
    String clockEvery();

    /** When the submitter learns FINISHED with the form code, whatever happened in between. */
    @WithDefault("P90D")
    Duration finishedAfter();

    /** How often it is looked for referrals whose time has come; {@code off} for never. */
    @WithDefault("60s")
    String noticeEvery();

    /** How often it is looked for intakes whose protected subjects are not compared yet; {@code off} for never. */
    @WithDefault("60s")
    String compareEvery();

    /** Days from the suspicion to the submission after which the hub proposes the form code LATE. */
    @WithDefault("5")
    int lateAfterDays();

    /** On which day after a quarter's end its reports appear, whatever happened. */
    @WithDefault("30")
    int qualityReportDaysAfterQuarter();

    /** How often it is looked whether that day has come; {@code off} for never. */
    @WithDefault("1h")
    String qualityEvery();
}
