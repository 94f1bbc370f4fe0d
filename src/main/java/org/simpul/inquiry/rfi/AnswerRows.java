package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierInput;
import org.simpul.inquiry.rfi.WriteAnswer.AccountInput;
import org.simpul.inquiry.rfi.WriteAnswer.PersonInput;
import org.simpul.inquiry.rfi.WriteAnswer.TransactionInput;
import org.simpul.referral.Currencies;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/** Brings the rows of an answer into their form, or says all that is wrong with them. */
@ApplicationScoped
class AnswerRows {
    private final Currencies currencies;

    AnswerRows(Currencies currencies) {
        this.currencies = currencies;
    }

    /**
     * @param byTheFiu which hands no rows on
     * @throws Problem INVALID, naming each field
     */
    AnswerContent of(WriteAnswer form, boolean byTheFiu) {
        List<Violation> wrong = new ArrayList<>();
        AnswerContent content = new AnswerContent(
                each(form.persons().size(), i -> person(form.persons().get(i), "persons[" + i + "]", wrong)),
                each(form.accounts().size(), i -> account(form, i, wrong)),
                each(
                        form.transactions().size(),
                        i -> transaction(form.transactions().get(i), "transactions[" + i + "]", wrong)));
        boolean answers = form.outcome().hasRows();
        boolean rows = answers && !byTheFiu;
        if (rows == content.isEmpty()) {
            wrong.add(new Violation("outcome", rows ? "rfi_answer_without_rows" : "rfi_rows_without_answer"));
        }
        if ((answers && byTheFiu) != (form.disseminationId() != null)) {
            wrong.add(new Violation("dissemination_id", "rfi_answered_by_a_dissemination"));
        }
        if ((form.outcome() == Outcome.REFUSED) != (form.refusal() != null)) {
            wrong.add(new Violation("refusal", "rfi_reason_of_a_refusal"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return content;
    }

    private static <T> List<T> each(int size, IntFunction<T> row) {
        return IntStream.range(0, size).mapToObj(row).toList();
    }

    /** A possible victim, and who is under 18, has a role and an age band here, and nothing that tells who it is. */
    private static AnswerContent.Person person(PersonInput input, String path, List<Violation> wrong) {
        if (input.isProtected() && (input.name() != null || !input.identifiers().isEmpty())) {
            wrong.add(new Violation(path, "rfi_protected_in_a_referral"));
        }
        return new AnswerContent.Person(
                input.kind(),
                input.roles().stream().sorted().toList(),
                input.ageBand(),
                input.name(),
                each(
                                input.identifiers().size(),
                                i -> input.identifiers().get(i).canonical(path + ".identifiers[" + i + "]", wrong))
                        .stream()
                        .filter(Objects::nonNull)
                        .toList());
    }

    private AnswerContent.Account account(WriteAnswer form, int i, List<Violation> wrong) {
        AccountInput input = form.accounts().get(i);
        String path = "accounts[" + i + "]";
        boolean holderKnown =
                input.holder() == null || input.holder() < form.persons().size();
        if (!holderKnown) {
            wrong.add(new Violation(path + ".holder", "rfi_holder_is_a_person"));
        } else if (input.holder() != null && form.persons().get(input.holder()).isProtected()) {
            wrong.add(new Violation(path + ".holder", "rfi_protected_in_a_referral"));
        }
        if ((input.balance() == null) != (input.currency() == null)) {
            wrong.add(new Violation(path + ".currency", "hold_amount_and_currency"));
        }
        requireCurrency(input.currency(), path, wrong);
        return new AnswerContent.Account(
                identifier(input, path, wrong),
                input.holder(),
                input.openedOn(),
                input.closedOn(),
                input.balance(),
                input.currency());
    }

    private static @Nullable Identifier identifier(AccountInput input, String path, List<Violation> wrong) {
        IdentifierInput typed = new IdentifierInput(
                input.identifier().type(),
                input.identifier().scope(),
                input.identifier().value());
        return typed.canonical(path + ".identifier", wrong);
    }

    private AnswerContent.Transaction transaction(TransactionInput input, String path, List<Violation> wrong) {
        requireCurrency(input.currency(), path, wrong);
        return new AnswerContent.Transaction(
                input.bookedOn(),
                input.amount(),
                input.currency(),
                input.from() == null ? null : input.from().canonical(path + ".from", wrong),
                input.to() == null ? null : input.to().canonical(path + ".to", wrong),
                input.channel());
    }

    private void requireCurrency(@Nullable String currency, String path, List<Violation> wrong) {
        if (currency != null && !currencies.knows(currency)) {
            wrong.add(new Violation(path + ".currency", "unknown_value"));
        }
    }
}
