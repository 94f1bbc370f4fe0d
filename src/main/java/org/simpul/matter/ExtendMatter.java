package org.simpul.matter;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A later end.
 *
 * @param reason kept with the matter, for the agency alone
 */
@Schema(example = "{\"expires_at\":\"2028-01-01T00:00:00Z\",\"reason\":\"The trial goes on.\"}")
record ExtendMatter(@NotNull @Future Instant expiresAt, @NotBlank @Size(max = 500) String reason) {}
