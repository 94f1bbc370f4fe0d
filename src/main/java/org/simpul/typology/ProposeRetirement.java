package org.simpul.typology;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a typology shall no longer be used; its readers read it too.
 *
 * @param reason at most 8,000 characters in each language
 */
@Schema(
        name = "TypologyRetirementForm",
        example =
                """
                {"reason":{"id":"Polanya tidak terlihat lagi sejak 2025.",
                "en":"The pattern has not been seen since 2025."}}""")
record ProposeRetirement(@NotNull @Valid Bilingual reason) {}
