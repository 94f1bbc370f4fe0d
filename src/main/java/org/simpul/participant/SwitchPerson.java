package org.simpul.participant;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a colleague may act for the institution from now on. */
@Schema(name = "PersonSwitch", example = "{\"status\":\"SWITCHED_OFF\"}")
public record SwitchPerson(@NotNull PersonStatus status) {}
