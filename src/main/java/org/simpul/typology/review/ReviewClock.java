package org.simpul.typology.review;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;

/** Reminds reviewers of drafts before their time is over, and tells the supervisors when it is; each once. */
@ApplicationScoped
public class ReviewClock {
    private static final String NAME = "typology-review-clock";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final DueReviews due;

    ReviewClock(SystemActor actor, ParticipantDirectory directory, DueReviews due) {
        this.actor = actor;
        this.directory = directory;
        this.due = due;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.typology.review.clock-every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Says what is to be said now, each in a transaction of its own: one that fails holds up no other. */
    public void look() {
        directory.admitted(List.of(ParticipantKind.FIU)).forEach(this::look);
    }

    private void look(Member fiu) {
        actor.each(NAME, fiu, actor.act(NAME, fiu, due::ids), due::handle);
    }
}
