package org.simpul.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;

/** What each step of a breach leaves: its entry, its clock, and who is told. */
@ApplicationScoped
class Breaches {
    static final String KIND = "BREACH";

    private final BreachRepository repository;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final OversightConfig config;
    private final InstantSource clock;

    Breaches(
            BreachRepository repository,
            ParticipantDirectory directory,
            Notifications notifications,
            OversightConfig config,
            InstantSource clock) {
        this.repository = repository;
        this.directory = directory;
        this.notifications = notifications;
        this.config = config;
        this.clock = clock;
    }

    /** Under a supervisor, whoever reads acts is the overseer, and reads every breach. */
    static boolean isOverseer(Caller caller) {
        return caller.kind() == ParticipantKind.SUPERVISOR && caller.may(Permission.AUDIT_READ);
    }

    static AuditedObject audited(Breach breach) {
        return new AuditedObject(KIND, breach.id, breach.owner);
    }

    void write(Breach breach, BreachStep step, @Nullable String text, @Nullable Instant toldAt, @Nullable UUID by) {
        BreachEntry entry = new BreachEntry();
        entry.id = Ids.next();
        entry.owner = breach.owner;
        entry.breachId = breach.id;
        entry.step = step;
        entry.text = text;
        entry.toldAt = toldAt;
        entry.takenBy = by;
        entry.at = clock.instant();
        repository.getEntityManager().persist(entry);
        breach.lookAt = next(breach);
        step.event().map(Notifications.URGENT::equals).ifPresent(urgent -> {
            notifications.put(new Notification(breach.owner, null, Permission.BREACH_RECORD, KIND, breach.id, urgent));
            if (step.isForTheOverseer()) {
                directory
                        .admitted(List.of(ParticipantKind.SUPERVISOR))
                        .forEach(overseer -> notifications.put(
                                new Notification(overseer.id(), null, Permission.AUDIT_READ, KIND, breach.id, urgent)));
            }
        });
    }

    /** When its clock says something next; null when all is said, both are told, or it is closed. */
    private @Nullable Instant next(Breach breach) {
        if (breach.isTold() || breach.status == BreachStatus.CLOSED) {
            return null;
        }
        List<Instant> times =
                config.breachWarnings().stream().map(breach.discoveredAt::plus).toList();
        if (breach.warnings < times.size()) {
            return times.get(breach.warnings);
        }
        return breach.warnings == times.size() ? breach.dueAt : null;
    }

    /** Says what is to be said now: one warning, or that the time is over, however late it is looked. */
    BreachStep tick(Breach breach) {
        BreachStep step = breach.dueAt.isAfter(clock.instant()) ? BreachStep.WARN : BreachStep.PASS;
        breach.take(step);
        int given = (int) config.breachWarnings().stream()
                .filter(after -> !breach.discoveredAt.plus(after).isAfter(clock.instant()))
                .count();
        breach.warnings = step == BreachStep.PASS ? config.breachWarnings().size() + 1 : given;
        write(breach, step, null, null, null);
        return step;
    }
}
