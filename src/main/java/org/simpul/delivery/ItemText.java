package org.simpul.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is ever said of an item, in Indonesian and English. */
@Schema(name = "NotificationText")
public record ItemText(String id, String en) {
    private static final ItemText ROUTINE =
            new ItemText("Ada hal untuk Anda di Simpul.", "You have an item in Simpul.");
    private static final ItemText URGENT =
            new ItemText("Ada hal mendesak untuk Anda di Simpul.", "You have an urgent item in Simpul.");

    static ItemText of(boolean urgent) {
        return urgent ? URGENT : ROUTINE;
    }
}
