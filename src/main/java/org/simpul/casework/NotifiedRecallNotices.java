package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a notice of a recall is for the addressee. */
@ApplicationScoped
class NotifiedRecallNotices implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final RecallRepository repository;

    NotifiedRecallNotices(CurrentCaller current, AccessPolicy policy, RecallRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return RecallNoticeService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.noticesSeen(policy.visibility(current.get()), ids));
    }
}
