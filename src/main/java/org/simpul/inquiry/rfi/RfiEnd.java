package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Permission;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Problem;
import org.simpul.sharing.Visibility;

/** Ends a request with all of its threads; of nil returns their number stays. */
@ApplicationScoped
class RfiEnd {
    private final EntityManager database;
    private final RfiRepository files;
    private final RfiReader reader;
    private final ThreadRepository threads;
    private final Notifications notifications;
    private final InstantSource clock;

    RfiEnd(
            EntityManager database,
            RfiRepository files,
            RfiReader reader,
            ThreadRepository threads,
            Notifications notifications,
            InstantSource clock) {
        this.database = database;
        this.files = files;
        this.reader = reader;
        this.threads = threads;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** @throws Problem STATE_CONFLICT when it is not issued, or over */
    void by(Visibility scope, Rfi rfi, RfiTransition how) {
        Instant now = clock.instant();
        List<RfiRecipient> rows = files.recipients(rfi);
        List<UUID> ids = rows.stream().map(row -> row.threadId).toList();
        threads.holdStill(ids);
        Map<UUID, List<RfiStep>> steps = reader.steps(scope, ids);
        rfi.take(how);
        rfi.nilReturns = (int) ids.stream()
                .filter(id -> Threads.status(steps.getOrDefault(id, List.of())) == ThreadStatus.NIL)
                .count();
        rfi.closedAt = now;
        rfi.lookAt = now;
        rows.forEach(row -> row.lookAt = null);
        threads.versions(scope, ids).forEach(thread -> close(thread, now));
        database.flush();
    }

    private void close(RfiVersion thread, Instant now) {
        database.persist(RfiStep.of(thread, thread.owner, ThreadTransition.CLOSE, now));
        notifications.put(new Notification(
                thread.recipient, null, Permission.RFI_ANSWER_DRAFT, ThreadService.KIND, thread.id, false));
    }
}
