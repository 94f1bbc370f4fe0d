package org.simpul.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Makes the ids of new objects: UUIDv7 (RFC 9562), ordered by time with a random step, so that no id tells how many
 * others were made. No request carries the id of a new object: a chosen id would tell whether it is taken.
 */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlusN();
    }
}
