package org.simpul.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.access.SystemActor;
import org.simpul.urgency.DueOwners;

/** Reminds of the legal holds that are to be looked at again; once, whatever number of hubs look. */
@ApplicationScoped
public class ReviewClock {
    private static final String NAME = "legal-hold-clock";
    private static final String DUE =
            "select distinct owner from legal_hold where status = 'SET' and review_on <= (?)::timestamptz::date"
                    + " and (reminded_on is null or reminded_on < review_on)";

    private final DueOwners owners;
    private final SystemActor actor;
    private final DueReviews reviews;

    ReviewClock(DueOwners owners, SystemActor actor, DueReviews reviews) {
        this.owners = owners;
        this.actor = actor;
        this.reviews = reviews;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.retention.review-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Handles what is due now, each in a transaction of its own. */
    public void look() {
        owners.of(DUE).forEach(owner -> actor.each(NAME, owner, actor.act(NAME, owner, reviews::ids), reviews::handle));
    }
}
