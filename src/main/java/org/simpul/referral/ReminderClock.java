package org.simpul.referral;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;

/** Looks through each institution's referrals for it, in a transaction of its own: one that fails holds up no other. */
@ApplicationScoped
class ReminderClock {
    private static final Logger LOG = Logger.getLogger(ReminderClock.class);
    private static final String NAME = "referral-reminders";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final Reminders reminders;

    ReminderClock(SystemActor actor, ParticipantDirectory directory, Reminders reminders) {
        this.actor = actor;
        this.directory = directory;
        this.reminders = reminders;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.referral.remind-every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        directory.admitted(List.of(ParticipantKind.REPORTING_ENTITY)).forEach(this::remind);
    }

    private void remind(Member institution) {
        try {
            actor.act(NAME, institution, () -> {
                reminders.remind();
                return institution;
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "institution %s could not be reminded; it is tried again", institution.id());
        }
    }
}
