package org.simpul.retention;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What is held. */
record HeldObject(@NotNull HeldKind kind, @NotNull UUID id) {}
