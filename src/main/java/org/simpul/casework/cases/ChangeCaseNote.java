package org.simpul.casework.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A note's text from now on.
 *
 * @param merges a conflicting copy that the text now holds as well
 */
@Schema(example = "{\"text\":\"The account was opened two days before, in Surabaya.\"}")
record ChangeCaseNote(@NotBlank @Size(max = 20_000) String text, @Nullable UUID merges) {}
