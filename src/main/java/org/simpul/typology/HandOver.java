package org.simpul.typology;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;

/**
 * To whom the draft shall be published.
 *
 * @param communities all institutions of these kinds
 * @param participants aliases of single institutions
 * @param groups ids of our own working groups: whoever is inside at reading time; may be left out
 */
@Schema(
        name = "TypologyHandover",
        example = "{\"communities\":[\"REPORTING_ENTITY\"],\"participants\":[],\"groups\":[]}")
record HandOver(
        @NotNull Set<@NotNull ParticipantKind> communities,
        @NotNull @Size(max = 100) List<@NotNull @Size(max = 40) String> participants,
        @Nullable @Size(max = 100) List<@NotNull UUID> groups) {

    HandOver {
        groups = groups == null ? List.of() : groups;
    }
}
