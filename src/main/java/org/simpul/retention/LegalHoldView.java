package org.simpul.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold; shown to the FIU alone.
 *
 * @param digest of all that is decided on: whoever decides names it
 * @param decisionReason why it was declined, or kept though its lifting was asked for
 */
@Schema(name = "LegalHold")
public record LegalHoldView(
        UUID id,
        HeldObject object,
        LegalHoldStatus status,
        String reason,
        String askedBy,
        String officialReference,
        LocalDate reviewOn,
        Instant draftedAt,
        @Nullable Instant setAt,
        @Nullable String liftingReason,
        @Nullable Instant liftedAt,
        @Nullable String decisionReason,
        @Nullable String digest) {

    /** @param digest null while it is made */
    static LegalHoldView of(LegalHold hold, @Nullable String digest) {
        return new LegalHoldView(
                hold.id,
                new HeldObject(hold.objectKind, hold.objectId),
                hold.status,
                hold.reason,
                hold.askedBy,
                hold.officialReference,
                hold.reviewOn,
                hold.draftedAt,
                hold.setAt,
                hold.liftingReason,
                hold.liftedAt,
                hold.decisionReason,
                digest);
    }
}
