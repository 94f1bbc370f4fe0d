package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.Urgency;
import org.simpul.urgency.BusinessCalendar;

/** When an intake must be acknowledged and decided: a P1 at all hours, the others by working days. */
@ApplicationScoped
class IntakeClocks {
    private final CaseworkConfig config;
    private final BusinessCalendar calendar;

    IntakeClocks(CaseworkConfig config, BusinessCalendar calendar) {
        this.config = config;
        this.calendar = calendar;
    }

    /** @return null for all but a P1 */
    @Nullable
    Instant acknowledgeBy(Urgency urgency, Instant now) {
        return urgency == Urgency.P1 ? now.plus(config.p1AcknowledgeWithin()) : null;
    }

    Instant decideBy(Urgency urgency, Instant now) {
        return switch (urgency) {
            case P1 -> now.plus(config.p1DecideWithin());
            case P2 -> calendar.endOfWorkingDay(now, config.p2DecideWithinWorkingDays());
            case P3 -> calendar.endOfWorkingDay(now, config.p3DecideWithinWorkingDays());
        };
    }

    Instant warnAt(Urgency urgency, Instant due) {
        return due.minus(urgency == Urgency.P1 ? config.p1WarnBefore() : config.warnBefore());
    }
}
