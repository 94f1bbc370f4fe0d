package org.simpul.typology;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.access.ParticipantKind;

/**
 * To whom the draft shall be published.
 *
 * @param communities all institutions of these kinds
 * @param participants aliases of single institutions
 */
@Schema(name = "TypologyHandover", example = "{\"communities\":[\"REPORTING_ENTITY\"],\"participants\":[]}")
record HandOver(
        @NotNull Set<@NotNull ParticipantKind> communities,
        @NotNull @Size(max = 100) List<@NotNull @Size(max = 40) String> participants) {}
