package org.simpul.inquiry.rfi;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What follows from the steps of a thread, for both sides alike. */
final class Threads {
    private Threads() {}

    /** A step that crossed another one, and came too late for it, moves nothing. */
    static ThreadStatus status(List<RfiStep> steps) {
        ThreadStatus status = ThreadStatus.DELIVERED;
        for (RfiStep step : steps) {
            if (step.kind.leavesFrom(status)) {
                status = step.kind.to(status);
            }
        }
        return status;
    }

    /** The deadline, with the extensions. */
    static Instant dueAt(RfiVersion thread, List<RfiStep> steps) {
        return steps.stream()
                .filter(step -> step.kind == ThreadTransition.GRANT_EXTENSION)
                .map(step -> step.until)
                .reduce(thread.dueAt, (before, after) -> after);
    }

    /** Whether the asked waits for a word on the extension that it asked for. */
    static boolean isExtensionAsked(List<RfiStep> steps) {
        return isOpen(
                steps,
                ThreadTransition.ASK_EXTENSION,
                kind -> kind == ThreadTransition.GRANT_EXTENSION || kind == ThreadTransition.DECLINE_EXTENSION);
    }

    /** Whether a statutory report was asked for, and none was filed since. */
    static boolean isReportAsked(List<RfiStep> steps) {
        return isOpen(steps, ThreadTransition.ASK_REPORT, kind -> kind == ThreadTransition.FILE_REPORT);
    }

    private static boolean isOpen(List<RfiStep> steps, ThreadTransition asked, Predicate<ThreadTransition> done) {
        boolean open = false;
        for (RfiStep step : steps) {
            open = step.kind == asked || open && !done.test(step.kind);
        }
        return open;
    }
}
