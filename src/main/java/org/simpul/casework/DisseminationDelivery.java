package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;
import org.simpul.sharing.Audience;
import org.simpul.sharing.OnwardLedger;

/** That a recipient was given a version, and what it owes since; the FIU's own. */
@Entity
@DynamicUpdate
class DisseminationDelivery {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    UUID participantId;

    @Nullable
    UUID personId;

    @Nullable
    String login;

    /** Who handed it on; null for the owner. */
    @Nullable
    UUID givenBy;

    Instant deliveredAt;

    @Enumerated(EnumType.STRING)
    Owed owes;

    Instant dueAt;
    Instant remindAt;
    int reminders;

    @Nullable
    Instant recalledAt;

    static DisseminationDelivery of(DisseminationRecipient recipient, Instant now, Duration outcomeDueAfter) {
        DisseminationDelivery row = new DisseminationDelivery();
        row.id = Ids.next();
        row.owner = recipient.owner;
        row.versionId = recipient.versionId;
        row.participantId = recipient.participantId;
        row.personId = recipient.personId;
        row.login = recipient.login;
        row.deliveredAt = now;
        row.owes(Owed.OUTCOME, now.plus(outcomeDueAfter));
        return row;
    }

    /** By somebody else than the owner: nothing is owed until it ends. */
    static DisseminationDelivery handedOn(OnwardLedger.Row row, Instant now) {
        DisseminationDelivery delivery = new DisseminationDelivery();
        delivery.id = Ids.next();
        delivery.owner = row.version().owner();
        delivery.versionId = row.version().id();
        delivery.participantId = row.recipient();
        delivery.givenBy = row.giver();
        delivery.deliveredAt = now;
        delivery.owes(Owed.NOTHING, now);
        return delivery;
    }

    /** It had ended, and was handed on again. */
    void givenAgain(UUID giver) {
        givenBy = giver;
        recalledAt = null;
        owes = Owed.NOTHING;
    }

    void recalled(Instant now, Duration deletionDueAfter) {
        recalledAt = now;
        owes(Owed.DELETION, now.plus(deletionDueAfter));
    }

    private void owes(Owed what, Instant due) {
        owes = what;
        dueAt = due;
        remindAt = due;
        reminders = 0;
    }

    void reminded(Instant now, Duration again) {
        reminders++;
        remindAt = now.plus(again);
    }

    /** Nothing is owed any more. */
    void settled() {
        owes = Owed.NOTHING;
    }

    /** By the person it was given to, or by the agency, which may have it as well. */
    boolean isAnsweredBy(DisseminationResponse answer) {
        return answer.owner.equals(participantId) && (answer.personId == null || answer.personId.equals(personId));
    }

    /** By the person it was given to, or by anybody of the agency. */
    boolean isTakenOutBy(DisseminationExport copy) {
        return copy.objectId.equals(versionId)
                && copy.owner.equals(participantId)
                && (personId == null || copy.personId.equals(personId));
    }

    Audience audience() {
        return DisseminationRecipient.audience(participantId, personId);
    }
}
