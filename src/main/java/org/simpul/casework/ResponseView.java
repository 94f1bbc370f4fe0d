package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an agency answered.
 *
 * @param from name of the agency
 * @param corrects the outcome that this one stands for; null for a new one
 */
@Schema(name = "DisseminationResponse")
public record ResponseView(
        UUID id,
        ResponseKind kind,
        String from,
        @Nullable Outcome outcome,
        @Nullable ChildCountBand childCountBand,
        @Nullable String note,
        @Nullable UUID corrects,
        Instant at) {

    static ResponseView from(DisseminationResponse row, String from) {
        return new ResponseView(
                row.id, row.kind, from, row.outcome, row.childCountBand, row.note, row.corrects, row.at);
    }
}
