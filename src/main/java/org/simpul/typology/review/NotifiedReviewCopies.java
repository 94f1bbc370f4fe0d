package org.simpul.typology.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a copy is still shown to whoever is told of it. */
@ApplicationScoped
class NotifiedReviewCopies implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReviewRepository repository;

    NotifiedReviewCopies(CurrentCaller current, AccessPolicy policy, ReviewRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return ReviewCopies.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
