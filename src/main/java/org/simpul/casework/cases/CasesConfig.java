package org.simpul.casework.cases;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** What runs out in a case. */
@ConfigMapping(prefix = "simpul.cases")
interface CasesConfig {

    /** The longest time for which a supervisor is let into a restricted case at once. */
    @WithDefault("14")
    @Min(1)
    int grantAtMostDays();

    /** How often it is looked for tasks that are overdue; {@code off} for never. */
    @WithDefault("60s")
    String remindEvery();
}
