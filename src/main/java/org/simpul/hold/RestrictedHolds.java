package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.RestrictedVersions;
import org.simpul.sharing.Visibility;

/** A row of the ledger tells of a hold: of one that a restricted case gave the reason for, to those who see that case. */
@ApplicationScoped
class RestrictedHolds implements RestrictedVersions {

    @Override
    public ObjectKind kind() {
        return ObjectKind.HOLD_VERSION;
    }

    @Override
    public String seenWithin(Visibility scope, String versionId) {
        return "%s in (select v.id from HoldVersion v where v.id = %s and %s)"
                .formatted(versionId, versionId, HoldRepository.withItsCases(scope, "v.holdId"));
    }
}
