package org.simpul.typology.practice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.typology.Bilingual;
import org.simpul.typology.Category;

/**
 * A red flag that was seen in practice.
 *
 * @param text as it should stand in the typology
 * @param observation what was seen, for the FIU alone: no customers, no persons
 */
@Schema(
        name = "RedFlagProposalForm",
        example =
                """
                {"text":{"id":"Isi ulang pulsa berulang tepat sebelum kiriman kecil.",
                "en":"Repeated airtime top-ups right before small transfers."},"category":"TRANSACTION_PATTERN",
                "observation":"Seen in eleven alerts between March and May; mostly within ten minutes."}""")
record ProposeRedFlag(
        @NotNull @Valid Bilingual text,
        @NotNull Category category,
        @NotNull @NotBlank @Size(max = 4_000) String observation) {}
