package org.simpul.safeguard;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;

/**
 * A request to unmask, without a detail.
 *
 * @param objectId of the referral, the intake or the dissemination
 * @param subject reference of the subject
 * @param status EXPIRED when nobody decided in time, CLOSED when the time to read is over
 * @param ours whether the caller asked: who did can read the details while it is OPEN
 * @param alone opened by one person for a P1, and to be reviewed
 * @param closesAt until when the details can be read
 */
@Schema(name = "Unmasking")
public record UnmaskingView(
        UUID id,
        UnmaskingKind objectKind,
        UUID objectId,
        String subject,
        Purpose purpose,
        @Nullable String matter,
        String reason,
        Status status,
        boolean ours,
        boolean alone,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String declineReason,
        @Nullable Instant closesAt) {

    /** As it is read now. */
    public enum Status {
        REQUESTED,
        EXPIRED,
        OPEN,
        CLOSED,
        DECLINED
    }

    static UnmaskingView from(Unmasking unmasking, UUID reader, Instant now, Duration decideWithin) {
        return new UnmaskingView(
                unmasking.id,
                unmasking.objectKind,
                unmasking.objectId,
                unmasking.reference,
                unmasking.purpose,
                unmasking.matter,
                unmasking.reason,
                status(unmasking, now, decideWithin),
                unmasking.requestedBy.equals(reader),
                unmasking.aloneActId != null,
                unmasking.requestedAt,
                unmasking.decidedAt,
                unmasking.declineReason,
                unmasking.closesAt);
    }

    private static Status status(Unmasking unmasking, Instant now, Duration decideWithin) {
        return switch (unmasking.status) {
            case REQUESTED ->
                now.isBefore(unmasking.requestedAt.plus(decideWithin)) ? Status.REQUESTED : Status.EXPIRED;
            case APPROVED ->
                unmasking.closesAt != null && now.isBefore(unmasking.closesAt) ? Status.OPEN : Status.CLOSED;
            case DECLINED -> Status.DECLINED;
        };
    }
}
