package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.RestrictedVersions;
import org.simpul.sharing.Visibility;

/** A row of the ledger tells that a referral was submitted: of a restricted one, to those alone who see it. */
@ApplicationScoped
class RestrictedReferrals implements RestrictedVersions {

    @Override
    public ObjectKind kind() {
        return ObjectKind.REFERRAL_VERSION;
    }

    @Override
    public String seenWithin(Visibility scope, String versionId) {
        return "%s in (select v.id from ReferralVersion v join Referral r on r.id = v.referralId where v.id = %s and %s)"
                .formatted(versionId, versionId, scope.ownedWithinTeam("r"));
    }
}
