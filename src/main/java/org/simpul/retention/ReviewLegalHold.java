package org.simpul.retention;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That it was looked at, and is kept.
 *
 * @param reviewOn when it is looked at again
 */
@Schema(example = "{\"review_on\":\"2027-12-01\"}")
record ReviewLegalHold(@NotNull LocalDate reviewOn) {}
