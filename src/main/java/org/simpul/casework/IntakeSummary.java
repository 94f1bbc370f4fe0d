package org.simpul.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.referral.FormCode;
import org.simpul.referral.Urgency;

/**
 * An intake as the queue shows it.
 *
 * @param reference of the referral, as the submitter knows it
 * @param versionNumber the submitted version that is worked on
 * @param from name of the submitter
 * @param unread whether a version, or what {@code toldIn} names, waits to be read ({@code NOTE_VERSION})
 * @param toldIn sealed disseminations that told whom this referral protects, before it did; masked since
 * @param answeredAt when the submitter wrote last; null when it never did
 * @param withdrawalAskedAt when the submitter asked last for a withdrawal; null when it never did
 * @param acknowledgeBy when a P1 must have been taken up; null for others
 * @param dueAt when it must be decided, or read
 * @param acknowledgedAt when somebody first took it up; null until then
 * @param assignedTo login of who works on it
 * @param reviewOn when what is retained is looked at again
 * @param reopeningProposedBy login of who would reopen it; null without a proposal
 * @param ruledAt when the standing rule was applied to it; null where it was not
 * @param score orders the queue within the urgency, and decides nothing
 * @param scoreReasons what the score is made of
 * @param revision what its entity tag is made of
 */
@Schema(name = "IntakeSummary")
public record IntakeSummary(
        UUID id,
        String reference,
        int versionNumber,
        String from,
        Urgency urgency,
        IntakeStatus status,
        boolean unread,
        List<UUID> toldIn,
        @Nullable String reason,
        FormCode formCode,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant withdrawalAskedAt,
        @Nullable Instant acknowledgeBy,
        Instant dueAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String assignedTo,
        @Nullable LocalDate reviewOn,
        @Nullable String reopeningProposedBy,
        @Nullable Instant ruledAt,
        int score,
        List<TriageReasonView> scoreReasons,
        long revision) {

    static IntakeSummary from(
            Intake intake,
            Map<UUID, Member> members,
            Map<UUID, String> logins,
            List<UUID> toldIn,
            List<TriageReasonView> reasons) {
        return new IntakeSummary(
                intake.id,
                intake.reference,
                intake.versionNumber,
                members.get(intake.referralOwner).name(),
                intake.urgency,
                intake.status,
                intake.unread,
                toldIn,
                intake.reason,
                intake.formCode,
                intake.receivedAt,
                intake.answeredAt,
                intake.withdrawalAskedAt,
                intake.acknowledgeBy,
                intake.dueAt,
                intake.acknowledgedAt,
                intake.assignedTo == null ? null : logins.get(intake.assignedTo),
                intake.reviewOn,
                intake.reopeningProposedBy == null ? null : logins.get(intake.reopeningProposedBy),
                intake.ruledAt,
                intake.score,
                reasons,
                intake.revision);
    }
}
