package org.simpul.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long records are to be kept.
 *
 * @param inForceFrom today or later
 * @param periods one for each class that is to have one; what has none is kept
 */
@Schema(
        example =
                """
                {"in_force_from":"2027-01-01","periods":[{"record_class":"LEAD","months":120,\
                "law_reference":"The law that your institution has to name"}]}""")
record ProposeSchedule(@NotNull LocalDate inForceFrom, @NotEmpty List<@NotNull @Valid PeriodForm> periods) {}
