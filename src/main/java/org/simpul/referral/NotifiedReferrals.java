package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a referral is still seen: by its institution, or by whom a submitted version of it reaches. */
@ApplicationScoped
class NotifiedReferrals implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository repository;

    NotifiedReferrals(CurrentCaller current, AccessPolicy policy, ReferralRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return "REFERRAL";
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }

    /** A restricted one is for its team. */
    @Override
    public Set<UUID> seenByAll(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibilityOfAll(current.get()), ids));
    }
}
