package org.simpul.sharing.agreement;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * What is agreed with a foreign FIU.
 *
 * @param counterpart alias of the foreign FIU
 * @param reference of the memorandum of understanding
 * @param endsAt when it ends, unless another takes its place
 * @param personLevel whether person-level data may cross the border; denied unless it says so
 * @param transferGround needed with {@code personLevel}, and with nothing else
 * @param conditions what both sides must also keep to
 */
@Schema(
        example = "{\"counterpart\":\"fiu-sg\",\"reference\":\"MOU/SG/2024/3\",\"signed_on\":\"2024-05-02\","
                + "\"ends_at\":\"2029-05-01T17:00:00Z\",\"person_level\":true,"
                + "\"transfer_ground\":\"BINDING_SAFEGUARDS\",\"conditions\":\"Intelligence only.\"}")
record AgreementForm(
        @NotBlank @Size(max = 40) String counterpart,
        @NotBlank @Size(max = 100) String reference,
        @NotNull @PastOrPresent LocalDate signedOn,
        @NotNull @Future Instant endsAt,
        @NotNull Boolean personLevel,
        @Nullable TransferGround transferGround,
        @Nullable @Size(max = 2_000) String conditions) {

    /** @throws Problem INVALID for person-level data without a ground, and for a ground of nothing */
    void check() {
        if (personLevel != (transferGround != null)) {
            throw Problem.invalid("transfer_ground", "transfer_ground_of_person_level");
        }
    }
}
