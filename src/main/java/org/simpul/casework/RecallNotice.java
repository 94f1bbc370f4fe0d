package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;

/** What a recipient is told instead of what was recalled: written by the FIU, read by that recipient. */
@Entity
@Immutable
class RecallNotice {
    @Id
    UUID id;

    UUID owner;
    UUID recipient;

    /** The one person it was given to; null for the agency. */
    @Nullable
    UUID personId;

    UUID recallId;
    UUID versionId;
    String reference;
    Instant at;

    static RecallNotice of(DisseminationRecall recall, DisseminationDelivery delivery, String reference, Instant now) {
        RecallNotice notice = new RecallNotice();
        notice.id = Ids.next();
        notice.owner = recall.owner;
        notice.recipient = delivery.participantId;
        notice.personId = delivery.personId;
        notice.recallId = recall.id;
        notice.versionId = delivery.versionId;
        notice.reference = reference;
        notice.at = now;
        return notice;
    }
}
