package org.simpul.inquiry.rfi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * What one side says on a thread.
 *
 * @param step of the asked ACKNOWLEDGE, ASK_CLARIFICATION, ASK_EXTENSION, FILE_REPORT; of the asker CLARIFY,
 *     GRANT_EXTENSION, DECLINE_EXTENSION, ASK_REPORT, REPORT_USE
 * @param text needed to ASK_CLARIFICATION, to CLARIFY and to ASK_EXTENSION
 * @param until needed to ASK_EXTENSION and to GRANT_EXTENSION
 * @param letterNumber of the letter that asks for a statutory report, or of the report; needed with ASK_REPORT and
 *     FILE_REPORT
 * @param used needed with REPORT_USE
 */
@Schema(
        example = "{\"step\":\"ASK_EXTENSION\",\"text\":\"The branch keeps these on paper.\","
                + "\"until\":\"2099-03-20T10:00:00Z\"}")
record TakeStep(
        @NotNull ThreadTransition step,
        @Nullable @Size(min = 1, max = 2_000) String text,
        @Nullable Instant until,
        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{2,63}") String letterNumber,
        @Nullable @PastOrPresent LocalDate letterDate,
        @Nullable AnswerUse used) {

    /** @throws Problem INVALID for a step of another road, and for what is missing or does not belong to the step */
    void check() {
        if (!step.isSaid()) {
            throw Problem.invalid("step", "rfi_step_of_its_own");
        }
        boolean extending = step == ThreadTransition.ASK_EXTENSION || step == ThreadTransition.GRANT_EXTENSION;
        boolean reporting = step == ThreadTransition.ASK_REPORT || step == ThreadTransition.FILE_REPORT;
        require("until", extending, until);
        require("letter_number", reporting, letterNumber);
        require("letter_date", reporting, letterDate);
        require("used", step == ThreadTransition.REPORT_USE, used);
        boolean speaks =
                switch (step) {
                    case ASK_CLARIFICATION, CLARIFY, ASK_EXTENSION -> true;
                    default -> false;
                };
        if (speaks && (text == null || text.isBlank())) {
            throw Problem.invalid("text", "required");
        }
    }

    private static void require(String field, boolean needed, @Nullable Object value) {
        if (needed != (value != null)) {
            throw Problem.invalid(field, "rfi_field_of_the_step");
        }
    }
}
