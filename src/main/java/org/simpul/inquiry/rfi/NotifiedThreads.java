package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Which threads the caller sees, for a notification. */
@ApplicationScoped
class NotifiedThreads implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ThreadRepository threads;

    NotifiedThreads(CurrentCaller current, AccessPolicy policy, ThreadRepository threads) {
        this.current = current;
        this.policy = policy;
        this.threads = threads;
    }

    @Override
    public String kind() {
        return ThreadService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return seen(policy.visibility(current.get()), ids);
    }

    @Override
    public Set<UUID> seenByAll(Collection<UUID> ids) {
        return seen(policy.visibilityOfAll(current.get()), ids);
    }

    private Set<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return threads.versions(scope, ids).stream().map(thread -> thread.id).collect(Collectors.toSet());
    }
}
