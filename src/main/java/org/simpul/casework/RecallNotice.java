package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;
import org.simpul.sharing.OnwardLedger;

/** What a recipient is told of something that was recalled, or superseded: written by the FIU, read by that recipient. */
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

    @Enumerated(EnumType.STRING)
    RecallNoticeKind kind;

    /** Of what the FIU takes back from whom it gave it to; null for what others handed on. */
    @Nullable
    UUID recallId;

    /** Whoever gave it to the recipient, where that is told; null for the FIU. */
    @Nullable
    UUID giver;

    /** The row of the ledger that has ended; null where none has, or the FIU's own. */
    @Nullable
    UUID disclosureId;

    UUID versionId;
    String reference;
    Instant at;

    static RecallNotice of(DisseminationRecall recall, DisseminationDelivery delivery, String reference, Instant now) {
        RecallNotice notice = of(RecallNoticeKind.RECALLED, delivery, delivery.participantId, reference, now);
        notice.personId = delivery.personId;
        notice.recallId = recall.id;
        return notice;
    }

    /** Of what somebody handed on, which has ended. */
    static RecallNotice ended(OnwardLedger.Row row, DisseminationDelivery delivery, String reference, Instant now) {
        RecallNotice notice = of(RecallNoticeKind.RECALLED, delivery, row.recipient(), reference, now);
        notice.giver = row.giver();
        notice.disclosureId = row.id();
        return notice;
    }

    /** Of what somebody handed on, which has a newer version. */
    static RecallNotice superseded(
            RecallNoticeKind kind,
            DisseminationDelivery delivery,
            UUID recipient,
            UUID giver,
            String reference,
            Instant now) {
        RecallNotice notice = of(kind, delivery, recipient, reference, now);
        notice.giver = giver;
        return notice;
    }

    /** Whoever it came from: the FIU, or somebody who handed it on. */
    UUID from() {
        return giver == null ? owner : giver;
    }

    private static RecallNotice of(
            RecallNoticeKind kind, DisseminationDelivery delivery, UUID recipient, String reference, Instant now) {
        RecallNotice notice = new RecallNotice();
        notice.id = Ids.next();
        notice.owner = delivery.owner;
        notice.recipient = recipient;
        notice.kind = kind;
        notice.versionId = delivery.versionId;
        notice.reference = reference;
        notice.at = now;
        return notice;
    }
}
