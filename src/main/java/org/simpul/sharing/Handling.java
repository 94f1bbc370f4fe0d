package org.simpul.sharing;

import jakarta.validation.constraints.NotNull;

/** How far a shared version may travel, and what may be done with it. */
public record Handling(@NotNull Tlp tlp, @NotNull Pap pap) {}
