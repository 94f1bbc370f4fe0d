package org.simpul.oversight;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something odd in what one person did, to be looked up in the audit.
 *
 * @param participantId the person's institution
 * @param personId the hub's own id
 * @param occasion the day or hour, in the hub's time zone
 * @param acts how many the rule counted
 * @param review null while it is open
 */
@Schema(name = "Anomaly")
record AnomalyView(
        UUID id,
        AnomalyRule rule,
        UUID participantId,
        UUID personId,
        String occasion,
        long acts,
        Instant firstAt,
        Instant lastAt,
        Instant raisedAt,
        @Nullable Review review) {

    /** What came of it. */
    @Schema(name = "AnomalyReview")
    record Review(AnomalyVerdict verdict, String note, UUID reviewedBy, Instant at) {}

    static AnomalyView of(Anomaly anomaly, @Nullable AnomalyReview review) {
        return new AnomalyView(
                anomaly.id,
                anomaly.rule,
                anomaly.owner,
                anomaly.personId,
                anomaly.occasion,
                anomaly.acts,
                anomaly.firstAt,
                anomaly.lastAt,
                anomaly.raisedAt,
                review == null ? null : new Review(review.verdict, review.note, review.reviewedBy, review.at));
    }
}
