package org.simpul.identifier.list;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.sharing.Handling;

/**
 * A new list.
 *
 * @param communities all institutions of these kinds
 * @param participants aliases of single institutions
 * @param groups ids of our own working groups: whoever is inside at reading time; may be left out
 * @param cadenceDays days between two editions, 1 to 92
 */
@Schema(
        name = "BeginIdentifierList",
        example =
                "{\"title\":\"Wallets of LSAC sellers\",\"handling\":{\"tlp\":\"TLP:AMBER\",\"pap\":\"PAP:AMBER\"},\"communities\":[\"REPORTING_ENTITY\"],\"participants\":[],\"groups\":[],\"cadence_days\":7}")
record BeginList(
        @NotBlank @Size(max = 200) String title,
        @NotNull @Valid Handling handling,
        @NotNull Set<@NotNull ParticipantKind> communities,
        @NotNull @Size(max = 100) List<@NotNull @Size(max = 40) String> participants,
        @Nullable @Size(max = 100) List<@NotNull UUID> groups,
        @Min(1) @Max(92) int cadenceDays) {

    BeginList {
        groups = groups == null ? List.of() : groups;
    }
}
