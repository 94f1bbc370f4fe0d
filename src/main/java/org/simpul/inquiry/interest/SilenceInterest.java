package org.simpul.inquiry.interest;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why nobody but the FIU is told whom an interest meets, and until when.
 *
 * @param until no later than the interest's own end
 */
@Schema(example = "{\"reason\":\"An undercover operation runs\",\"until\":\"2029-06-30T00:00:00Z\"}")
record SilenceInterest(@NotBlank @Size(max = 500) String reason, @NotNull @Future Instant until) {}
