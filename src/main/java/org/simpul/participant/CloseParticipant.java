package org.simpul.participant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an institution is suspended or leaves; kept as a digest in the audit log, and shown to nobody. */
@Schema(example = "{\"reason\":\"Its identity provider was broken into.\"}")
record CloseParticipant(@NotBlank @Size(max = 1000) String reason) {}
