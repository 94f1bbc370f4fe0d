package org.simpul.inquiry.rfi;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;
import org.simpul.identifier.PaymentIdentifier;
import org.simpul.referral.AgeBand;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;

/**
 * An answer as it is written; a PUT replaces all of it.
 *
 * @param refusal needed with REFUSED
 * @param note what the rows can't say
 * @param disseminationId of the FIU, which answers an agency by what it has disseminated to it, and by no rows
 * @param persons none with NIL and REFUSED, as the other rows
 */
@Schema(
        example = "{\"outcome\":\"ANSWERED\",\"refusal\":null,\"note\":null,\"persons\":[{\"kind\":\"NATURAL_PERSON\","
                + "\"roles\":[\"ACCOUNT_HOLDER\"],\"age_band\":\"ADULT\",\"name\":\"Bagas Wirya\",\"identifiers\":[]}],"
                + "\"accounts\":[{\"identifier\":{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\","
                + "\"value\":\"1234567890\"},\"holder\":0,\"opened_on\":\"2024-05-02\",\"closed_on\":null,"
                + "\"balance\":1500000,\"currency\":\"IDR\"}],\"transactions\":[]}")
record WriteAnswer(
        @NotNull Outcome outcome,
        @Nullable Refusal refusal,
        @Nullable @Size(max = 4_000) String note,
        @Nullable UUID disseminationId,
        @NotNull @Size(max = 200) List<@NotNull @Valid PersonInput> persons,
        @NotNull @Size(max = 500) List<@NotNull @Valid AccountInput> accounts,
        @NotNull @Size(max = WriteAnswer.MOST_TRANSACTIONS) List<@NotNull @Valid TransactionInput> transactions) {
    static final int MOST_TRANSACTIONS = 3_000;

    /**
     * Somebody of whom the answer speaks.
     *
     * @param identifiers left out, as the name, of a possible victim and of who is under 18: they are told in a referral
     */
    @Schema(name = "RfiAnswerPersonForm")
    record PersonInput(
            @NotNull SubjectKind kind,
            @NotEmpty @Size(max = 10) Set<@NotNull SubjectRole> roles,
            @NotNull AgeBand ageBand,
            @Nullable @Size(max = 200) String name,
            @NotNull @Size(max = 100) List<@NotNull @Valid IdentifierInput> identifiers) {

        boolean isProtected() {
            return ageBand.isMinor() || roles.stream().anyMatch(SubjectRole::isVictim);
        }
    }

    /** An account or wallet; {@code holder} counts the persons from 0. */
    @Schema(name = "RfiAnswerAccountForm")
    record AccountInput(
            @NotNull @Valid PaymentIdentifier identifier,
            @Nullable @Min(0) Integer holder,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable @Digits(integer = 15, fraction = 4) BigDecimal balance,
            @Nullable @Pattern(regexp = "[A-Z]{3,5}") String currency) {}

    /** A movement; {@code from} or {@code to} is left out where it is a protected person's. */
    @Schema(name = "RfiAnswerTransactionForm")
    record TransactionInput(
            @NotNull LocalDate bookedOn,
            @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal amount,
            @NotNull @Pattern(regexp = "[A-Z]{3,5}") String currency,
            @Nullable @Valid IdentifierInput from,
            @Nullable @Valid IdentifierInput to,
            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{1,31}") String channel) {}
}
