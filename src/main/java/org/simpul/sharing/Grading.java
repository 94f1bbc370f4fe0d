package org.simpul.sharing;

import jakarta.validation.constraints.NotNull;

/** Grading 3x5x2 without its handling code, which the handling of the version replaces. */
public record Grading(@NotNull SourceGrade source, @NotNull InformationGrade information) {}
