package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.RestrictedVersions;
import org.simpul.sharing.Visibility;

/** A row of the ledger tells that something was asked: out of a restricted case, to those alone who see that. */
@ApplicationScoped
class RestrictedRfis implements RestrictedVersions {

    @Override
    public ObjectKind kind() {
        return ObjectKind.RFI_VERSION;
    }

    @Override
    public String seenWithin(Visibility scope, String versionId) {
        return ThreadRepository.ofASeenFile(scope, versionId);
    }
}
