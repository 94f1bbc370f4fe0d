package org.simpul.hold;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * What the institution did.
 *
 * @param doneAt when: not before the minute in which it was asked, not after now
 * @param amount what is held, or was released
 * @param reference number of the institution's own record
 * @param reason needed with REFUSED
 */
@Schema(
        example =
                "{\"answer\":\"EXECUTED\",\"done_at\":\"2026-03-02T03:00:00Z\",\"amount\":1500000,\"currency\":\"IDR\","
                        + "\"reference\":\"BA-17/2026\"}")
record AnswerHold(
        @NotNull AnswerKind answer,
        @NotNull @PastOrPresent Instant doneAt,
        @Nullable @DecimalMin("0") @Digits(integer = 15, fraction = 4) BigDecimal amount,
        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{2,63}") String reference,
        @Nullable RefusalReason reason) {

    /** @throws Problem INVALID for a reason without a refusal or the other way round, an amount without a currency */
    void check() {
        if ((answer == AnswerKind.REFUSED) != (reason != null)) {
            throw Problem.invalid("reason", "hold_reason_of_a_refusal");
        }
        if ((amount == null) != (currency == null)) {
            throw Problem.invalid("currency", "hold_amount_and_currency");
        }
    }
}
