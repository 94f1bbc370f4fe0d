package org.simpul.inquiry.interest;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An interest of our own; what it is in, the hub does not keep.
 *
 * @param reference to be noted with what it is in; a contact names it
 * @param kind NAME, or the type of the identifier
 */
@Schema(name = "Interest")
record InterestView(
        UUID id,
        String reference,
        String matter,
        String kind,
        String desk,
        String contact,
        InterestStatus status,
        Instant registeredAt,
        Instant endsAt,
        @Nullable Instant silentUntil,
        @Nullable String silenceReason,
        @Nullable Instant withdrawnAt) {

    static InterestView from(Interest interest, Instant now, Set<String> liveMatters) {
        return new InterestView(
                interest.id,
                interest.reference,
                interest.matter,
                interest.kind,
                interest.desk,
                interest.contact,
                interest.statusAt(now, liveMatters),
                interest.registeredAt,
                interest.endsAt,
                interest.silentUntil,
                interest.silenceReason,
                interest.withdrawnAt);
    }
}
