package org.simpul.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A colleague who joins the team of a case. */
@Schema(example = "{\"login\":\"ayu.lestari\"}")
record AddCaseMember(@NotBlank @Size(max = 200) String login) {}
