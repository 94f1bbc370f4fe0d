package org.simpul.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That something which was recalled can't be deleted.
 *
 * @param reason the law that orders it to be kept, and until when; read by the FIU
 */
@Schema(example = "{\"reason\":\"Seized for court file 12/Pid/2026: KUHAP article 39.\"}")
record KeepByLaw(@NotBlank @Size(max = 500) String reason) {}
