package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A red flag that the institution observed, cited by the version of the typology that it read. */
public record CitedRedFlag(
        @NotNull UUID typologyVersionId,
        @NotBlank @Size(max = 32) String redFlagCode,
        @Nullable @Size(max = 2000) String note) {

    static CitedRedFlag from(ReferralRedFlag row) {
        return new CitedRedFlag(row.typologyVersionId, row.redFlagCode, row.note);
    }
}
