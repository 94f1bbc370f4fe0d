package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.FourEyes;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;

/** That the FIU takes back what it gave, asked for or done; its own. */
@Entity
@DynamicUpdate
class DisseminationRecall {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;

    /** Whose: as they were resolved when it was asked for. */
    UUID[] deliveries;

    @Enumerated(EnumType.STRING)
    RecallReason reason;

    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    RecallStatus status;

    UUID requestedBy;
    Instant requestedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    /** @param step REQUEST or RECALL */
    static DisseminationRecall begin(
            RecallStep step,
            DisseminationVersion version,
            List<DisseminationDelivery> deliveries,
            RecallForm form,
            UUID person,
            Instant now) {
        DisseminationRecall recall = new DisseminationRecall();
        recall.id = Ids.next();
        recall.owner = version.owner;
        recall.versionId = version.id;
        recall.deliveries = deliveries.stream().map(delivery -> delivery.id).toArray(UUID[]::new);
        recall.reason = form.reason();
        recall.note = form.note();
        recall.status = step.to(RecallStatus.REQUESTED);
        recall.requestedBy = person;
        recall.requestedAt = now;
        return recall;
    }

    /**
     * @param step APPROVE or DECLINE
     * @throws Problem STATE_CONFLICT when it is decided, SAME_PERSON for who asked for it
     */
    void decide(RecallStep step, Caller caller, Instant now) {
        if (!step.from().contains(status)) {
            throw Problem.stateConflict("recall_decided");
        }
        FourEyes.require(caller, List.of(requestedBy));
        status = step.to(status);
        decidedBy = caller.person();
        decidedAt = now;
    }
}
