package org.simpul.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/** The agreement on file under which an institution takes part. */
record Agreement(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{2,99}") String reference, @NotNull LocalDate date) {}
