package org.simpul.casework;

import java.time.Instant;
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
 * @param acknowledgeBy when a P1 must have been taken up; null for others
 * @param dueAt when it must be decided, or read
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
        @Nullable Instant acknowledgeBy,
        Instant dueAt,
        long revision) {

    static IntakeSummary from(Intake intake, Map<UUID, Member> members) {
        return new IntakeSummary(
                intake.id,
                intake.reference,
                intake.versionNumber,
                members.get(intake.referralOwner).name(),
                intake.urgency,
                intake.status,
                intake.unread,
                List.of(intake.toldIn),
                intake.reason,
                intake.formCode,
                intake.receivedAt,
                intake.acknowledgeBy,
                intake.dueAt,
                intake.revision);
    }
}
