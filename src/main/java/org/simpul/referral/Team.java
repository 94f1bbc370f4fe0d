package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may edit a referral beside the compliance officers: logins of people who have signed in once. */
@Schema(example = "{\"logins\":[\"ratna.w\",\"bayu.s\"]}")
record Team(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 255) String> logins) {}
