package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Tells an entry: to its owner as it is, to everybody else what is left of it. */
@ApplicationScoped
class EntryReader {
    /** Coarse, so that nobody computes when it began from how it falls. */
    private static final int STEP = 10;

    private final DecayCurves curves;
    private final InstantSource clock;

    EntryReader(DecayCurves curves, InstantSource clock) {
        this.curves = curves;
        this.clock = clock;
    }

    EntryView own(ListEntry entry, IdentifierList list) {
        return new EntryView(
                entry.id,
                entry.identifier(),
                left(entry.confidence, entry.decay, entry.validFrom, clock.instant()),
                entry.validUntil,
                entry.typologyCode,
                EntryView.Workings.of(entry, list.draft));
    }

    EntryView view(ListEntry entry, IdentifierListEdition edition) {
        return new EntryView(
                entry.id,
                entry.identifier(),
                told(entry.confidence, entry.decay, entry.validFrom, edition),
                told(entry.validUntil),
                entry.typologyCode,
                null);
    }

    /** @return what was left of a confidence when the edition went out: it falls with editions, and not from day to day */
    int told(int confidence, @Nullable String decay, @Nullable Instant from, IdentifierListEdition edition) {
        return left(confidence, decay, from, edition.sealedAt) / STEP * STEP;
    }

    /** @return the beginning of the day on which it ends */
    static @Nullable Instant told(@Nullable Instant validUntil) {
        return validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.DAYS);
    }

    private int left(int confidence, @Nullable String decay, @Nullable Instant from, Instant at) {
        return from == null ? confidence : curves.left(confidence, decay, from, at);
    }
}
