package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message on a submitted referral, to the other side alone. */
@Schema(example = "{\"text\":\"The account was opened at our branch in Manado.\"}")
public record WriteMessage(@NotBlank @Size(max = 4_000) String text) {}
