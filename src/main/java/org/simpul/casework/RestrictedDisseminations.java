package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.RestrictedVersions;
import org.simpul.sharing.Visibility;

/** A row of the ledger tells that something was disseminated: of a restricted case, to those alone who see that. */
@ApplicationScoped
class RestrictedDisseminations implements RestrictedVersions {

    @Override
    public ObjectKind kind() {
        return ObjectKind.DISSEMINATION_VERSION;
    }

    @Override
    public String seenWithin(Visibility scope, String versionId) {
        return "%s in (select v.id from DisseminationVersion v where v.id = %s and %s)"
                .formatted(versionId, versionId, DisseminationRepository.withItsCase(scope, "v"));
    }
}
