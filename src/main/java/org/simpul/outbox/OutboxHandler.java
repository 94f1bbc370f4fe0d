package org.simpul.outbox;

import java.util.UUID;

/** A room that acts on events; handling the same event twice must change nothing. */
public interface OutboxHandler {

    /** @return the kind of event, e.g. {@code referral.submitted} */
    String kind();

    /** Runs in a transaction that it opens itself, under a system actor. */
    void handle(UUID objectId);
}
