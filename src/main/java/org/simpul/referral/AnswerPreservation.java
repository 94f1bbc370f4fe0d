package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one item; a later one takes its place.
 *
 * @param item reference of the held item
 * @param keptUntil the last day on which it is kept; goes with PRESERVED and with nothing else
 */
@Schema(example = "{\"item\":\"H-7K3M-9Q2D-X4TB\",\"answer\":\"PRESERVED\",\"kept_until\":\"2027-03-01\"}")
record AnswerPreservation(
        @NotBlank @Size(max = 20) String item, @NotNull PreservationAnswerKind answer, @Nullable LocalDate keptUntil) {}
