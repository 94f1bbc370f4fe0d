package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Problem;
import org.simpul.shared.Wording;
import org.simpul.sharing.AccessPolicy;

/** Tells the institution what its referral has and lacks, before it hands it over. */
@ApplicationScoped
class CompletenessService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final CompletenessReader completeness;
    private final Wording wording;
    private final AuditLog audit;

    CompletenessService(
            CurrentCaller current,
            AccessPolicy policy,
            ReferralRepository referrals,
            VersionRepository versions,
            CompletenessReader completeness,
            Wording wording,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.referrals = referrals;
        this.versions = versions;
        this.completeness = completeness;
        this.wording = wording;
        this.audit = audit;
    }

    @Transactional
    CompletenessView read(UUID referralId) {
        Referral referral =
                referrals.find(policy.visibility(current.get()), referralId).orElseThrow(Problem::notFound);
        CompletenessView view = CompletenessView.from(completeness.of(versions.newest(referral)), wording);
        audit.record(
                ReferralAct.REFERRAL_COMPLETENESS_READ, new AuditedObject("REFERRAL", referral.id, referral.owner));
        return view;
    }
}
