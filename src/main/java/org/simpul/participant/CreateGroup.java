package org.simpul.participant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new working group, empty at first.
 *
 * @param name known to those inside alone
 * @param purpose what it is for, in a sentence
 */
@Schema(
        name = "WorkingGroupForm",
        example = "{\"name\":\"Anak Aman\",\"purpose\":\"Payments behind live-streamed abuse of children\"}")
public record CreateGroup(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 500) String purpose) {}
