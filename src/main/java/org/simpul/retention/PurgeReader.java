package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.ContentDigests;

/** Puts a purge together as it is read, and its certificate. */
@ApplicationScoped
class PurgeReader {
    private final PurgeRepository purges;
    private final ScheduleRepository schedules;
    private final ContentDigests digests;

    PurgeReader(PurgeRepository purges, ScheduleRepository schedules, ContentDigests digests) {
        this.purges = purges;
        this.schedules = schedules;
        this.digests = digests;
    }

    /** @param run loaded in the caller's scope */
    PurgeView view(PurgeRun run) {
        PurgeView bare = view(run, null);
        return run.status == PurgeStatus.FINISHED ? view(run, digests.of(bare)) : bare;
    }

    /** How far it is, with what the overseer said. */
    PurgeStatus status(PurgeRun run) {
        return schedules.decisions(run.id).ofPurge(run.status);
    }

    private PurgeView view(PurgeRun run, @Nullable String certificate) {
        return PurgeView.of(
                run,
                schedules.findById(run.scheduleId).number,
                purges.classes(run.id),
                schedules.decisions(run.id),
                certificate);
    }
}
