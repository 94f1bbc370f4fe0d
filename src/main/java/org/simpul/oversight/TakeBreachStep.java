package org.simpul.oversight;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a breach, or learnt of it.
 *
 * @param text what, or why; to whom, where authority or subjects were told
 * @param toldAt when they were told; for TELL_AUTHORITY and TELL_SUBJECTS alone
 */
@Schema(example = "{\"step\":\"TELL_AUTHORITY\",\"text\":\"Letter B-17/2026.\",\"told_at\":\"2026-03-03T02:00:00Z\"}")
record TakeBreachStep(
        @NotNull BreachStep step, @NotBlank @Size(max = 4000) String text, @Nullable @PastOrPresent Instant toldAt) {}
