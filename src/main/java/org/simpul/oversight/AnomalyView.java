package org.simpul.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something odd in what one person did, to be looked up in the audit.
 *
 * @param participantId the person's institution
 * @param personId the hub's own id
 * @param occasion the day or hour, in the hub's time zone
 * @param acts how many the rule counted
 * @param reviews at most one of each institution, the overseer's first
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
        List<Review> reviews) {

    /**
     * What came of it.
     *
     * @param participantId the auditor's institution
     */
    @Schema(name = "AnomalyReview")
    record Review(UUID participantId, AnomalyVerdict verdict, String note, UUID reviewedBy, Instant at) {}

    static AnomalyView of(Anomaly anomaly, List<AnomalyReview> reviews) {
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
                reviews.stream()
                        .map(review ->
                                new Review(review.owner, review.verdict, review.note, review.reviewedBy, review.at))
                        .toList());
    }
}
