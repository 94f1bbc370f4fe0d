package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.Problem;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;

/** Whoever was taken off the team of a restricted referral is not told again what it did there. */
@ApplicationScoped
class ReferralReplays implements ReplayGuard {
    private static final Pattern PATH = Pattern.compile(
            "/api/v1/referrals/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?", Pattern.CASE_INSENSITIVE);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository referrals;

    ReferralReplays(CurrentCaller current, AccessPolicy policy, ReferralRepository referrals) {
        this.current = current;
        this.policy = policy;
        this.referrals = referrals;
    }

    @Override
    public void requireSeen(String path) {
        Matcher referral = PATH.matcher(path);
        if (referral.matches()) {
            referrals
                    .find(policy.visibility(current.get()), UUID.fromString(referral.group(1)))
                    .orElseThrow(Problem::notFound);
        }
    }
}
