package org.simpul.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What must be kept.
 *
 * @param askedBy the authority that asks for it
 * @param officialReference its letter
 * @param reviewOn when it is looked at again
 */
@Schema(
        example =
                """
                {"object":{"kind":"CASE","id":"0197c2a0-0000-7000-8000-000000000001"},"reason":"The trial goes on.",\
                "asked_by":"Pengadilan Negeri","official_reference":"12/Pen.Pid/2026","review_on":"2027-06-01"}""")
record DraftLegalHold(
        @NotNull @Valid HeldObject object,
        @NotBlank @Size(max = 1_000) String reason,
        @NotBlank @Size(max = 200) String askedBy,
        @NotBlank @Size(max = 100) String officialReference,
        @NotNull LocalDate reviewOn) {}
