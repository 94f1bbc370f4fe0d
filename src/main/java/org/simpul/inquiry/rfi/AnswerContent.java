package org.simpul.inquiry.rfi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.referral.AgeBand;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;

/** The rows of an answer, with identifiers in canonical form. */
@Schema(name = "RfiAnswerContent")
record AnswerContent(List<Person> persons, List<Account> accounts, List<Transaction> transactions) {
    static final AnswerContent EMPTY = new AnswerContent(List.of(), List.of(), List.of());

    /** Without a name and identifiers where it is protected. */
    @Schema(name = "RfiAnswerPerson")
    record Person(
            SubjectKind kind,
            List<SubjectRole> roles,
            AgeBand ageBand,
            @Nullable String name,
            List<Identifier> identifiers) {}

    /**
     * An account or wallet.
     *
     * @param holder which of the persons, from 0; null when nobody of them
     */
    @Schema(name = "RfiAnswerAccount")
    record Account(
            Identifier identifier,
            @Nullable Integer holder,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable BigDecimal balance,
            @Nullable String currency) {}

    /** One of the account's movements; a party that is protected is left out. */
    @Schema(name = "RfiAnswerTransaction")
    record Transaction(
            LocalDate bookedOn,
            BigDecimal amount,
            String currency,
            @Nullable Identifier from,
            @Nullable Identifier to,
            @Nullable String channel) {}

    boolean isEmpty() {
        return persons.isEmpty() && accounts.isEmpty() && transactions.isEmpty();
    }

    AnswerContent withoutTransactions() {
        return with(List.of());
    }

    AnswerContent with(List<Transaction> others) {
        return new AnswerContent(persons, accounts, others);
    }
}
