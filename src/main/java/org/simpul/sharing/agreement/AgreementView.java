package org.simpul.sharing.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;

/**
 * An agreement with a foreign FIU, as both of them read it.
 *
 * @param counterpart alias of the foreign FIU
 * @param name its name
 * @param personLevel whether person-level data may cross the border
 * @param digest SHA-256 in hexadecimal of what was proposed; a decision names it
 * @param declineReason to the FIU alone, which alone reads what is not in force
 */
@Schema(name = "Agreement")
record AgreementView(
        UUID id,
        String counterpart,
        String name,
        AgreementStatus status,
        String reference,
        LocalDate signedOn,
        Instant endsAt,
        boolean personLevel,
        @Nullable TransferGround transferGround,
        @Nullable String conditions,
        String digest,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable String declineReason,
        @Nullable Instant endedAt) {

    static AgreementView from(Agreement row, Member counterpart) {
        return new AgreementView(
                row.id,
                counterpart.alias(),
                counterpart.name(),
                row.status,
                row.reference,
                row.signedOn,
                row.endsAt,
                row.personLevel,
                row.transferGround,
                row.conditions,
                row.digest,
                row.proposedAt,
                row.decidedAt,
                row.declineReason,
                row.endedAt);
    }
}
