package org.simpul.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case with its intakes.
 *
 * @param team ids of the persons who work on it
 */
@Schema(name = "Case")
public record CaseView(@JsonProperty("case") CaseSummary summary, List<UUID> team, List<IntakeSummary> intakes) {}
