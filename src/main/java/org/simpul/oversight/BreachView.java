package org.simpul.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A breach and its history.
 *
 * @param revision in the entity tag
 * @param dueAt when authority and subjects are told at the latest
 * @param overdue whether that has passed without both being told
 * @param history oldest first; empty in a list
 */
@Schema(name = "Breach")
record BreachView(
        UUID id,
        String reference,
        BreachStatus status,
        long revision,
        BreachCategory category,
        Instant discoveredAt,
        String systems,
        PersonsBand persons,
        List<String> controllers,
        UUID recordedBy,
        Instant recordedAt,
        Instant dueAt,
        boolean overdue,
        @Nullable Instant authorityToldAt,
        @Nullable Instant subjectsToldAt,
        @Nullable Instant closedAt,
        List<Entry> history) {

    /**
     * One step.
     *
     * @param takenBy the hub's id of the person; null for the clock
     */
    @Schema(name = "BreachEntry")
    record Entry(
            BreachStep step, @Nullable String text, @Nullable Instant toldAt, @Nullable UUID takenBy, Instant at) {}

    static BreachView of(Breach breach, List<BreachEntry> history, Instant now) {
        return new BreachView(
                breach.id,
                breach.reference,
                breach.status,
                breach.revision,
                breach.category,
                breach.discoveredAt,
                breach.systems,
                breach.persons,
                List.of(breach.controllers),
                breach.recordedBy,
                breach.recordedAt,
                breach.dueAt,
                !breach.isTold() && breach.closedAt == null && !breach.dueAt.isAfter(now),
                breach.authorityToldAt,
                breach.subjectsToldAt,
                breach.closedAt,
                history.stream()
                        .map(entry -> new Entry(entry.step, entry.text, entry.toldAt, entry.takenBy, entry.at))
                        .toList());
    }
}
