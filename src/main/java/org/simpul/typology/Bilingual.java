package org.simpul.typology;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A text in Indonesian and English; both are required, at most 8,000 characters each. */
public record Bilingual(
        @NotNull @NotBlank @Size(max = 8000) String id, @NotNull @NotBlank @Size(max = 8000) String en) {}
