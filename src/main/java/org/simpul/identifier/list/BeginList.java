package org.simpul.identifier.list;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.access.ParticipantKind;
import org.simpul.sharing.Handling;

/**
 * A new list.
 *
 * @param communities all institutions of these kinds
 * @param participants aliases of single institutions
 * @param cadenceDays days between two editions, 1 to 92
 */
@Schema(
        name = "BeginIdentifierList",
        example =
                "{\"title\":\"Wallets of LSAC sellers\",\"handling\":{\"tlp\":\"TLP:AMBER\",\"pap\":\"PAP:AMBER\"},\"communities\":[\"REPORTING_ENTITY\"],\"participants\":[],\"cadence_days\":7}")
record BeginList(
        @NotBlank @Size(max = 200) String title,
        @NotNull @Valid Handling handling,
        @NotNull Set<@NotNull ParticipantKind> communities,
        @NotNull @Size(max = 100) List<@NotNull @Size(max = 40) String> participants,
        @Min(1) @Max(92) int cadenceDays) {}
