package org.simpul.sharing.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.shared.Problem;

/**
 * What is asked of an originator.
 *
 * @param disseminationId what one's institution received
 * @param recipients aliases of authorities, for ONWARD; none for EXPORT
 * @param purpose what they receive it for, or what it is taken out for
 * @param reason read by the originator alone
 * @param until when it ends; at most two years ahead
 */
@Schema(
        example =
                """
                {"dissemination_id":"0199f0c2-0000-7000-8000-000000000001","scope":"ONWARD","recipients":["agency-y"],\
                "purpose":"LOCATE_AND_PROTECT","reason":"The account is used in their province.",\
                "until":"2026-12-31T17:00:00Z"}""")
record ConsentForm(
        @NotNull UUID disseminationId,
        @NotNull ConsentScope scope,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 40) String> recipients,
        @NotNull Purpose purpose,
        @NotBlank @Size(max = 2000) String reason,
        @NotNull Instant until) {

    /** @throws Problem INVALID when nobody, or somebody too many, is named */
    List<String> aliases() {
        List<String> named =
                recipients == null ? List.of() : recipients.stream().distinct().toList();
        if (scope == ConsentScope.ONWARD && named.isEmpty()) {
            throw Problem.invalid("recipients", "empty_audience");
        }
        if (scope == ConsentScope.EXPORT && !named.isEmpty()) {
            throw Problem.invalid("recipients", "export_names_nobody");
        }
        return named;
    }
}
