package org.simpul.console;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import org.simpul.casework.IntakeStatus;
import org.simpul.casework.IntakeSummary;

/** The clock that runs for an intake now. */
@TemplateExtension
final class IntakeClock {
    private IntakeClock() {}

    /** @return until when a P1 must be taken up, as long as nobody has; then until when it must be decided */
    static Instant clock(IntakeSummary intake) {
        Instant acknowledgeBy = intake.acknowledgeBy();
        return acknowledgeBy != null && (intake.status() == IntakeStatus.RECEIVED || intake.unread())
                ? acknowledgeBy
                : intake.dueAt();
    }
}
