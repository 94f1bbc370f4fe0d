package org.simpul.safeguard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a request to unmask is still seen. */
@ApplicationScoped
class NotifiedUnmaskings implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final UnmaskingRepository repository;

    NotifiedUnmaskings(CurrentCaller current, AccessPolicy policy, UnmaskingRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return UnmaskingService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }

    /** An institution's own referral may be for a team; what a dissemination's officer asks, a superior must hear. */
    @Override
    public Map<UUID, NotifiedObject> about(Collection<UUID> ids) {
        return repository.referrals(policy.visibility(current.get()), ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, referral -> new NotifiedObject("REFERRAL", referral.getValue())));
    }
}
