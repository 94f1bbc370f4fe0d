package org.simpul.safeguard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;

/**
 * Whom somebody has to see, and why.
 *
 * @param object where the subject's reference is seen
 * @param purpose the one that the header {@code Purpose} states
 * @param reason why the details are needed; names nobody
 */
@Schema(
        example =
                "{\"object\":{\"kind\":\"INTAKE\",\"id\":\"0199f0c2-0000-7000-8000-000000000001\",\"version\":1,\"subject\":\"S-7K3M-9Q2D-X4TB\"},\"purpose\":\"LOCATE_AND_PROTECT\",\"reason\":\"The district office asks whom to visit.\"}")
record RequestUnmasking(
        @NotNull @Valid MaskedObject object,
        @NotNull Purpose purpose,
        @NotBlank @Size(min = 10, max = 500) String reason) {

    /**
     * A protected subject as it is seen.
     *
     * @param id of the referral, the intake or the dissemination
     * @param version its number; the newest when it is left out
     * @param subject the reference
     */
    @Schema(name = "MaskedObject")
    record MaskedObject(
            @NotNull UnmaskingKind kind,
            @NotNull UUID id,
            @Nullable @Positive Integer version,
            @NotNull @Pattern(regexp = "S(-[0-9A-HJKMNP-TV-Z]{4}){3}") String subject) {}
}
