package org.simpul.oversight;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A breach as it is first known; nobody whose data are concerned is named.
 *
 * @param discoveredAt the clock of 3 × 24 hours runs from here
 * @param systems where it happened
 * @param persons how many people are concerned, as far as known
 * @param controllers the institutions that answer for the data
 * @param text what happened
 */
@Schema(
        example =
                """
                {"category":"CONFIDENTIALITY","discovered_at":"2026-03-02T03:15:00Z","systems":"Export of disseminations",
                "persons":"UP_TO_10","controllers":["fiu"],"text":"An export was sent to the wrong unit of an agency."}""")
record RecordBreach(
        @NotNull BreachCategory category,
        @NotNull @PastOrPresent Instant discoveredAt,
        @NotBlank @Size(max = 500) String systems,
        @NotNull PersonsBand persons,
        @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 80) String> controllers,
        @NotBlank @Size(max = 4000) String text) {}
