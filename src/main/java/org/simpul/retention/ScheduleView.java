package org.simpul.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schedule.
 *
 * @param digest of its number, date and periods: what is approved and installed
 * @param declineReason null unless it was declined
 */
@Schema(name = "RetentionSchedule")
public record ScheduleView(
        UUID id,
        int number,
        ScheduleStatus status,
        LocalDate inForceFrom,
        List<PeriodForm> periods,
        String digest,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable String declineReason,
        @Nullable Instant installedAt) {

    static ScheduleView of(RetentionSchedule schedule, List<RetentionPeriod> periods, Decisions decisions) {
        Optional<RetentionDecision> decision = decisions.decision();
        return new ScheduleView(
                schedule.id,
                schedule.number,
                decisions.ofSchedule(),
                schedule.inForceFrom,
                periods.stream()
                        .map(period -> new PeriodForm(period.recordClass, period.months, period.lawReference))
                        .toList(),
                schedule.digest,
                schedule.proposedAt,
                decision.map(one -> one.at).orElse(null),
                decision.map(one -> one.reason).orElse(null),
                decisions.installation().map(one -> one.at).orElse(null));
    }
}
