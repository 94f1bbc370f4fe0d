package org.simpul.casework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.casework.cases.CaseTaskView;
import org.simpul.referral.Urgency;

/**
 * What waits for somebody of the FIU today.
 *
 * @param queue what waits for the FIU, the most urgent first
 * @param intakes the caller's own that wait, what is due first; at most 50
 * @param cases open ones that the caller works on, the newest first; at most 50
 * @param tasks the caller's own that are open, what is due first; at most 100
 * @param overdue how much of the caller's own is late
 * @param onDuty logins of who is on duty now, in the order in which they are called
 */
@Schema(name = "MyDay")
public record MyDayView(
        List<Queued> queue,
        List<IntakeSummary> intakes,
        List<CaseSummary> cases,
        List<CaseTaskView> tasks,
        Overdue overdue,
        List<@Nullable String> onDuty) {

    /** How much of one urgency waits, how much of it nobody has taken, and how much is late. */
    @Schema(name = "QueuedIntakes")
    public record Queued(Urgency urgency, long waiting, long untaken, long overdue) {}

    /**
     * What is late.
     *
     * @param outcomes disseminations of the caller's cases on which no agency has recorded an outcome in time
     */
    @Schema(name = "Overdue")
    public record Overdue(long intakes, long tasks, long outcomes) {}
}
