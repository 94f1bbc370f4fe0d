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

    Audience audience() {
        return DisseminationRecipient.audience(participantId, personId);
    }
}
