package org.simpul.participant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A system of the institution that shall act for it.
 *
 * @param name for people to read, e.g. of the system
 * @param roles what it may act as, out of those that are made for machines and allowed to the institution
 * @param keys its public keys; the private ones never leave the system
 */
@Schema(
        name = "MachineClientRegistration",
        example = "{\"name\":\"Core banking\",\"roles\":[\"investigator\"],\"keys\":" + KeySet.EXAMPLE + "}")
public record RegisterMachine(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(min = 1, max = 4) List<@NotNull @Size(max = 40) String> roles,
        @NotNull @Valid KeySet keys) {}
