package org.simpul.outbox;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a room answers about objects of one kind that a notification is about, so that it can be authorised again when it
 * is delivered and whenever it is read. A kind that no room answers for is seen by nobody.
 */
public interface NotifiedObjects {

    /** @return as in the notification, e.g. {@code REFERRAL} */
    String kind();

    /** @return those that the current caller sees now; asked within a transaction that has entered it */
    Set<UUID> seen(Collection<UUID> ids);

    /**
     * @return those that everybody of the caller's institution may know of: nothing else is told where all of them listen,
     *     e.g. in its mailbox
     */
    default Set<UUID> seenByAll(Collection<UUID> ids) {
        return seen(ids);
    }

    /**
     * @return what each is about, where another room hides that from some of its institution: whoever does not see that is
     *     not told of this
     */
    default Map<UUID, NotifiedObject> about(Collection<UUID> ids) {
        return Map.of();
    }

    /** An object of some room. */
    record NotifiedObject(String kind, UUID id) {}
}
