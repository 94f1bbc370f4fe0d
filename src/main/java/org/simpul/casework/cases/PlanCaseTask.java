package org.simpul.casework.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in a case.
 *
 * @param assignee login of somebody on the team; null for whoever of it takes it up
 * @param dueOn after that day it is overdue
 */
@Schema(
        example =
                "{\"title\":\"Compare the openings of both accounts\",\"assignee\":\"ayu.lestari\",\"due_on\":\"2026-03-12\"}")
record PlanCaseTask(
        @NotBlank @Size(max = 300) String title,
        @Nullable @Size(max = 200) String assignee,
        @Nullable LocalDate dueOn) {}
