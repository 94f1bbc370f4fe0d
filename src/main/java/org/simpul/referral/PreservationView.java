package org.simpul.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That items are to be kept, with the institution's last answer for each; the same for the FIU and the institution.
 *
 * @param keepUntil the last day on which they are to be kept
 */
@Schema(name = "PreservationRequest")
public record PreservationView(UUID id, LocalDate keepUntil, Instant askedAt, List<Item> items) {

    /**
     * One item that is to be kept.
     *
     * @param item reference of the held item
     * @param answer null until the institution has answered
     */
    @Schema(name = "PreservedItem")
    public record Item(
            String item,
            @Nullable PreservationAnswerKind answer,
            @Nullable LocalDate keptUntil,
            @Nullable Instant answeredAt) {}

    /** @param answers the last one for each item */
    static PreservationView from(PreservationRequest request, Map<String, PreservationAnswer> answers) {
        return new PreservationView(
                request.id,
                request.keepUntil,
                request.at,
                Arrays.stream(request.items)
                        .map(item -> item(item, answers.get(item)))
                        .toList());
    }

    private static Item item(String item, @Nullable PreservationAnswer answer) {
        return answer == null
                ? new Item(item, null, null, null)
                : new Item(item, answer.answer, answer.keptUntil, answer.at);
    }
}
