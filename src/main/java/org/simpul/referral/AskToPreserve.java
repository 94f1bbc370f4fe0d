package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That held items are to be kept. It has no room for a reason: the institution learns that it is asked, and nothing of
 * why.
 *
 * @param items references of held items, as the newest submitted version lists them
 */
@Schema(example = "{\"items\":[\"H-7K3M-9Q2D-X4TB\"],\"keep_until\":\"2027-03-01\"}")
public record AskToPreserve(
        @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 20) String> items, @NotNull LocalDate keepUntil) {}
