package org.simpul.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.sharing.AccessPolicy;

/** An agency's matters that end. */
@ApplicationScoped
class EndingMatters {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final MatterRepository repository;
    private final MatterConfig config;
    private final PeopleDirectory people;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    EndingMatters(
            CurrentCaller current,
            AccessPolicy policy,
            MatterRepository repository,
            MatterConfig config,
            PeopleDirectory people,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.config = config;
        this.people = people;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    @NotAudited("finds what is handled, and recorded, one by one")
    List<UUID> ids() {
        Instant now = clock.instant();
        return repository.ending(policy.visibility(current.get()), now, now.plus(config.warnBefore()));
    }

    @Transactional
    void handle(UUID id) {
        Instant now = clock.instant();
        repository
                .lock(policy.visibility(current.get()), id)
                .filter(matter -> matter.status == MatterStatus.LIVE)
                .ifPresent(matter -> handle(matter, now));
    }

    private void handle(Matter matter, Instant now) {
        if (!matter.expiresAt.isAfter(now)) {
            matter.take(MatterStep.EXPIRE);
            audit.record(MatterStep.EXPIRE.act(), MatterService.audited(matter));
        } else if (matter.warnedAt == null) {
            matter.take(MatterStep.WARN);
            matter.warnedAt = now;
            boolean there = people.roles(matter.owner, matter.registeredBy).stream()
                    .anyMatch(role -> role.permissions(current.get().kind()).contains(Permission.MATTER_REGISTER));
            notifications.put(new Notification(
                    matter.owner,
                    there ? matter.registeredBy : null,
                    Permission.MATTER_REGISTER,
                    MatterService.KIND,
                    matter.id,
                    false));
            audit.record(MatterStep.WARN.act(), MatterService.audited(matter));
        }
    }
}
