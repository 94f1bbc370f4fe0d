package org.simpul.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What leaves the hub: that there is an item, and the urgent bit. */
sealed interface Letter {

    /** The body of a webhook is exactly the three fields of {@link Body}. */
    record ToWebhook(URI url, Body body, List<byte[]> keys) implements Letter {}

    record ToMailbox(String address, UUID id, boolean urgent) implements Letter {}

    /** @param id the notification's, the same for each try: a receiver drops what it had before */
    record Body(UUID id, Instant at, boolean urgent) {}
}
