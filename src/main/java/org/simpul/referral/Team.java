package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who may edit a referral beside the compliance officers.
 *
 * @param logins of people who have signed in once
 * @param restricted whether nobody else of the institution sees it; left out, it stays as it is. Only a compliance
 *     officer takes it back, and nobody when staff is concerned
 */
@Schema(example = "{\"logins\":[\"ratna.w\",\"bayu.s\"],\"restricted\":true}")
record Team(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 255) String> logins, @Nullable Boolean restricted) {}
