package org.simpul.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
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

    /** As {@link #next}, of an instant that is told anyway; ids of the same instant have no order. */
    public static UUID at(Instant instant) {
        return UuidCreator.getTimeOrderedEpoch(instant);
    }

    /** A UUIDv4, for what another institution receives and may not date: it does not tell when it was begun. */
    public static UUID random() {
        return UuidCreator.getRandomBased();
    }
}
