package org.simpul.urgency;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An act alone as its reviewers read it.
 *
 * @param objectId the referral, dissemination, unmasking or request that it was done to
 * @param by login of who acted; null where the standing rule did
 * @param returnedReason why a colleague had returned it before; null when nobody had
 * @param contentDigest SHA-256 over what was sealed or opened, in hexadecimal
 * @param overdue whether its review is late
 * @param digest SHA-256 over what is reviewed, in hexadecimal; the review names it
 * @param reviewedBy login; null until it is reviewed
 */
@Schema(name = "AloneAct")
record AloneActView(
        UUID id,
        AloneKind kind,
        UUID objectId,
        UrgencyGround ground,
        @Nullable String by,
        @Nullable String reason,
        @Nullable String returnedReason,
        String contentDigest,
        Instant at,
        Instant reviewBy,
        boolean overdue,
        String digest,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable Verdict verdict,
        @Nullable String reviewReason) {

    static AloneActView from(AloneAct act, String digest, Map<UUID, String> logins, Instant now) {
        return new AloneActView(
                act.id,
                act.kind,
                act.objectId,
                act.ground,
                act.personId == null ? null : logins.get(act.personId),
                act.reason,
                act.returnedReason,
                act.contentDigest,
                act.at,
                act.reviewBy,
                act.isOverdue(now),
                digest,
                act.reviewedBy == null ? null : logins.get(act.reviewedBy),
                act.reviewedAt,
                act.verdict,
                act.reviewReason);
    }
}
