package org.simpul.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document that the institution holds, named in the place of an attachment: the hub takes no files (R2). It has a
 * number, a goAML reference or a hash to be asked for by.
 *
 * @param issuedOn the date that it bears
 * @param holder where the institution keeps it, e.g. a branch or an archive
 * @param sha256 SHA-256 of the document as it is held, in hexadecimal, so that it can be told later whether it is the
 *     same. Of documents only, never of a picture, a film or other material
 * @param goamlReference what the statutory report calls it as its attachment
 */
@Schema(name = "DocumentReference")
public record DocumentReference(
        @NotNull DocumentKind kind,
        @Nullable @Size(max = 64) String number,
        @Nullable LocalDate issuedOn,
        @Nullable @Size(max = 200) String issuer,
        @Nullable @Size(max = 200) String holder,
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256,
        @Nullable @Size(max = 64) String goamlReference) {

    boolean canBeAskedFor() {
        return isGiven(number) || isGiven(sha256) || isGiven(goamlReference);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    static DocumentReference from(ReferralDocument row) {
        return new DocumentReference(
                row.kind, row.number, row.issuedOn, row.issuer, row.holder, row.sha256, row.goamlReference);
    }
}
