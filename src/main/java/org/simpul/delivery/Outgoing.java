package org.simpul.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;

/** One sending of one item to one webhook, or to one address. */
@Entity
@DynamicUpdate
class Outgoing {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    UUID notificationId;

    @Nullable
    @Column(updatable = false)
    UUID webhookId;

    @Nullable
    @Column(updatable = false)
    String address;

    /** Whether it is for one person, whose address is nobody else's business. */
    @Column(updatable = false)
    boolean personal;

    @Column(updatable = false)
    UUID target;

    @Column(updatable = false)
    boolean urgent;

    @Enumerated(EnumType.STRING)
    OutgoingState state = OutgoingState.WAITING;

    int attempts;
    Instant nextAt;

    @Nullable
    Instant lastAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    SendResult lastResult;

    @Column(updatable = false)
    Instant createdAt;

    static Outgoing to(Webhook webhook, Item item) {
        Outgoing outgoing = of(item);
        outgoing.webhookId = webhook.id;
        outgoing.target = webhook.id;
        return outgoing;
    }

    static Outgoing to(String address, Item item) {
        Outgoing outgoing = of(item);
        outgoing.address = address;
        outgoing.target = item.owner;
        return outgoing;
    }

    private static Outgoing of(Item item) {
        Outgoing outgoing = new Outgoing();
        outgoing.id = Ids.next();
        outgoing.owner = item.owner;
        outgoing.notificationId = item.id;
        outgoing.personal = item.personId != null;
        outgoing.urgent = item.urgent;
        outgoing.createdAt = item.at;
        outgoing.nextAt = item.at;
        return outgoing;
    }

    void take(OutgoingStep step) {
        if (!step.from().contains(state)) {
            throw new IllegalStateException("a sending that is " + state + " takes no step " + step);
        }
        state = step.to(state);
    }

    /**
     * @param pauses after each failed try
     * @return the step that it took; null when it is tried again
     */
    @Nullable
    OutgoingStep settle(SendResult result, List<Duration> pauses, Instant now) {
        lastAt = now;
        lastResult = result;
        if (result == SendResult.ACCEPTED) {
            take(OutgoingStep.DELIVER);
            return OutgoingStep.DELIVER;
        }
        if (attempts > pauses.size()) {
            take(OutgoingStep.GIVE_UP);
            return OutgoingStep.GIVE_UP;
        }
        nextAt = now.plus(pauses.get(attempts - 1));
        return null;
    }

    void redeliver(Instant now) {
        take(OutgoingStep.REDELIVER);
        attempts = 0;
        nextAt = now;
    }
}
