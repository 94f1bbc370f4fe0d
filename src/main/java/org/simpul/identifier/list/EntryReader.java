package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
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

    /** @param own its list, for the owner; null for everybody else */
    EntryView view(ListEntry entry, @Nullable IdentifierList own) {
        return new EntryView(
                entry.id,
                entry.identifier(),
                own == null
                        ? told(entry.confidence, entry.decay, entry.validFrom)
                        : left(entry.confidence, entry.decay, entry.validFrom),
                entry.validUntil,
                entry.typologyCode,
                own == null ? null : EntryView.Workings.of(entry, own.draft));
    }

    /** @return what is left of a confidence, as everybody but the owner is told it */
    int told(int confidence, @Nullable String decay, @Nullable Instant from) {
        return left(confidence, decay, from) / STEP * STEP;
    }

    private int left(int confidence, @Nullable String decay, @Nullable Instant from) {
        return from == null ? confidence : curves.left(confidence, decay, from, clock.instant());
    }
}
