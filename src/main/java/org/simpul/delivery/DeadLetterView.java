package org.simpul.delivery;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sending that nobody tries any more.
 *
 * @param webhookId null for mail
 * @param address the institution's; null for a webhook, and for mail to a person
 * @param result of the last try
 */
@Schema(name = "DeadLetter")
public record DeadLetterView(
        UUID id,
        boolean urgent,
        @Nullable UUID webhookId,
        @Nullable String address,
        int attempts,
        @Nullable SendResult result,
        @Nullable Instant lastAt) {

    static DeadLetterView from(Outgoing outgoing) {
        return new DeadLetterView(
                outgoing.id,
                outgoing.urgent,
                outgoing.webhookId,
                outgoing.personal ? null : outgoing.address,
                outgoing.attempts,
                outgoing.lastResult,
                outgoing.lastAt);
    }
}
