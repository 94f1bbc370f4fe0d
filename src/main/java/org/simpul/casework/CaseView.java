package org.simpul.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case with its intakes.
 *
 * @param team who works on it
 */
@Schema(name = "Case")
public record CaseView(
        @JsonProperty("case") CaseSummary summary, List<CaseTeamMember> team, List<IntakeSummary> intakes) {}
