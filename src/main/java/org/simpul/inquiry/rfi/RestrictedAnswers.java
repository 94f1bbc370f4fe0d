package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.RestrictedVersions;
import org.simpul.sharing.Visibility;

/** A row of the ledger tells who answered: what was asked out of a restricted case, to those alone who see that. */
@ApplicationScoped
class RestrictedAnswers implements RestrictedVersions {

    @Override
    public ObjectKind kind() {
        return ObjectKind.RFI_ANSWER;
    }

    @Override
    public boolean isRestrictedWhereReceived() {
        return true;
    }

    @Override
    public String seenWithin(Visibility scope, String versionId) {
        return "(select 1 from RfiAnswer a where a.id = %s and (a.owner = :myParticipant or %s)) = 1"
                .formatted(versionId, ThreadRepository.ofASeenFile(scope, "a.threadId"));
    }
}
