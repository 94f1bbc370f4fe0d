package org.simpul.casework;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How useful a referral was. */
@Schema(example = "{\"usefulness\":\"HIGH\"}")
record GradeUsefulness(@NotNull Usefulness usefulness) {}
