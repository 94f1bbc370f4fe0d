package org.simpul.delivery;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That there is an item; what it is stands where it is, for whoever may see it.
 *
 * @param id opaque; the same in the stream, in mail and in a webhook
 * @param urgent the one bit that is told
 * @param read by the caller
 */
@Schema(name = "Notification")
public record NotificationView(UUID id, boolean urgent, Instant at, boolean read, ItemText text) {

    static NotificationView from(Item item, boolean read) {
        return new NotificationView(item.id, item.urgent, item.at, read, ItemText.of(item.urgent));
    }
}
