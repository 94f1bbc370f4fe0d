package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.safeguard.UnmaskingKind;
import org.simpul.safeguard.UnmaskingRule;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** A reporting entity unmasks in its own referrals, in whatever version. */
@ApplicationScoped
class ReferralUnmasking implements UnmaskingRule {
    private final AccessPolicy policy;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final SubmittedSubjects subjects;

    ReferralUnmasking(
            AccessPolicy policy, ReferralRepository referrals, VersionRepository versions, SubmittedSubjects subjects) {
        this.policy = policy;
        this.referrals = referrals;
        this.versions = versions;
        this.subjects = subjects;
    }

    @Override
    public UnmaskingKind kind() {
        return UnmaskingKind.REFERRAL;
    }

    @Override
    public Masked find(Caller caller, UUID objectId, @Nullable Integer number, String reference) {
        Referral referral = referral(caller, objectId);
        ReferralVersion version = number == null
                ? versions.newest(referral)
                : versions.numbered(referral, number)
                        .orElseThrow(() -> Problem.invalid("object.version", "unknown_value"));
        return subjects.in(version.id, reference);
    }

    @Override
    public Masked find(Caller caller, UUID objectId, UUID versionId, String reference) {
        referral(caller, objectId);
        return subjects.in(versionId, reference);
    }

    @Override
    public boolean isUrgent(Caller caller, UUID objectId) {
        return versions.newest(referral(caller, objectId)).urgency == Urgency.P1;
    }

    @Override
    public boolean isToldBy(Masked subject, String text) {
        return subjects.areToldBy(subject.versionId(), text);
    }

    private Referral referral(Caller caller, UUID id) {
        if (caller.kind() != ParticipantKind.REPORTING_ENTITY) {
            throw Problem.notFound();
        }
        return referrals.find(policy.visibility(caller), id).orElseThrow(Problem::notFound);
    }
}
