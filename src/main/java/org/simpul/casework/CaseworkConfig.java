package org.simpul.casework;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The FIU's clocks. All of them start at the receipt of a referral; a P1's run at all hours. */
@ConfigMapping(prefix = "simpul.casework")
interface CaseworkConfig {

    /** A value that more other referrals hold is a collection account or a filler, and links nobody. */
    @WithDefault("50")
    @Min(1)
    int hotValueFrom();

    /** From which likeness of names on, 0 to 100, two subjects are shown as possibly the same. */
    @WithDefault("85")
    @Min(1)
    @Max(100)
    int namesAlikeFrom();

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

    /** After which time without an outcome a dissemination is overdue in the day of the case's team. */
    @WithDefault("P30D")
    Duration outcomeWithin();

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

    /** From a dissemination's delivery until its recipient is reminded that no outcome came. */
    @WithDefault("P30D")
    Duration outcomeDueAfter();

    /** From one such reminder to the next; the second and later ones go to the agency's supervisors. */
    @WithDefault("P14D")
    Duration outcomeRemindEvery();

    /** From a recall until its recipient is reminded that it has not confirmed the deletion, and from then on. */
    @WithDefault("P3D")
    Duration deletionDueAfter();

    /** How often it is looked for answers that are overdue; {@code off} for never. */
    @WithDefault("1h")
    String answersEvery();
}
