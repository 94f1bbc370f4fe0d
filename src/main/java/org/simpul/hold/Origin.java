package org.simpul.hold;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** An object that the caller sees, and that gave the reason. */
record Origin(@NotNull OriginKind kind, @NotNull UUID id) {}
