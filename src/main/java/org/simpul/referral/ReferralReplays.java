package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;

/** Whoever was taken off the team of a restricted referral is not told again what it did there. */
@ApplicationScoped
class ReferralReplays implements ReplayGuard {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository referrals;

    ReferralReplays(CurrentCaller current, AccessPolicy policy, ReferralRepository referrals) {
        this.current = current;
        this.policy = policy;
        this.referrals = referrals;
    }

    @Override
    public String collection() {
        return "referrals";
    }

    @Override
    public boolean isSeen(UUID id) {
        return referrals.find(policy.visibility(current.get()), id).isPresent();
    }
}
