package org.simpul.identifier.correction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;

/**
 * What is wrong with an entry of a list.
 *
 * @param right what it should be; for WRONG_VALUE and WRONG_TYPE alone
 * @param reason how it is known, in a sentence or two; no names, and nothing of what a child went through
 */
@Schema(
        name = "ProposeIdentifierCorrection",
        example =
                """
                {"identifier":{"type":"PHONE","scope":null,"value":"0812-3456-7890"},"kind":"WRONG_VALUE",
                "right":{"type":"PHONE","scope":null,"value":"0812-3456-7891"},"reason":"Two digits were swapped."}""")
record ProposeCorrection(
        @NotNull @Valid IdentifierInput identifier,
        @NotNull CorrectionKind kind,
        @Nullable @Valid IdentifierInput right,
        @NotBlank @Size(max = 500) String reason) {}
