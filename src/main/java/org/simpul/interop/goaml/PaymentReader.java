package org.simpul.interop.goaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.interop.goaml.GoamlConfig.Side;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.RowRules;
import org.simpul.interop.reading.XmlElement;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportedTransaction;
import org.simpul.shared.FreeText;

/** A transaction of a report as a row: from one side to the other. */
final class PaymentReader {
    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private final GoamlConfig config;
    private final Currencies currencies;
    private final GoamlAccounts accounts;
    private final PersonReader people;
    private final Findings findings;
    private String localCurrency = "";

    PaymentReader(GoamlConfig config, Currencies currencies, PersonReader people, Findings findings) {
        this.config = config;
        this.currencies = currencies;
        this.accounts = new GoamlAccounts(config);
        this.people = people;
        this.findings = findings;
    }

    void localCurrency(String code) {
        localCurrency = code.toUpperCase(Locale.ROOT);
    }

    /** @return empty when something is wrong, see the faults */
    Optional<ImportedTransaction> read(XmlElement transaction, Faults faults) {
        LocalDate day = day(transaction, faults);
        Identifier from = side(transaction, Side.FROM, faults);
        Identifier to = side(transaction, Side.TO, faults);
        Sum sum = sum(transaction, faults);
        String channel = channel(transaction);
        String remark = remark(transaction, faults);
        if (!faults.isEmpty() || day == null || from == null || to == null || sum == null) {
            return Optional.empty();
        }
        return Optional.of(new ImportedTransaction(day, sum.amount(), sum.currency(), from, to, channel, remark));
    }

    private record Sum(BigDecimal amount, String currency) {}

    /** When it was booked; when it was done where that is not told. */
    private static @Nullable LocalDate day(XmlElement transaction, Faults faults) {
        Optional<XmlElement> told = transaction.first("date_posting", "date_transaction");
        Optional<String> text = told.flatMap(XmlElement::value);
        if (text.isEmpty()) {
            faults.add("date", "required", transaction.pathOf("date_transaction"));
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(
                    text.get().substring(0, Math.min(10, text.get().length())));
            if (RowRules.isPlausible(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        faults.add("date", "invalid_date", told.get().path());
        return null;
    }

    /** In the currency that was paid, where the report tells it, else in the country's own. */
    private @Nullable Sum sum(XmlElement transaction, Faults faults) {
        Optional<XmlElement> foreign = transaction
                .children()
                .filter(it -> it.name().startsWith("t_from") || it.name().startsWith("t_to"))
                .map(it -> it.first("from_foreign_currency", "to_foreign_currency"))
                .flatMap(Optional::stream)
                .filter(it -> it.value("foreign_amount").isPresent())
                .findFirst();
        String amountPath = foreign.map(it -> it.pathOf("foreign_amount")).orElse(transaction.pathOf("amount_local"));
        Optional<String> text = foreign.map(it -> it.value("foreign_amount")).orElse(transaction.value("amount_local"));
        String currency = foreign.flatMap(it -> it.value("foreign_currency_code"))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .orElse(localCurrency);
        if (currency.isEmpty()) {
            faults.add("currency", "required", "/report/currency_code_local");
        } else if (!currencies.knows(currency)) {
            faults.add(
                    "currency",
                    "unknown_currency",
                    foreign.map(it -> it.pathOf("foreign_currency_code")).orElse("/report/currency_code_local"));
        }
        if (text.isEmpty()) {
            faults.add("amount", "required", amountPath);
            return null;
        }
        if (!AMOUNT.matcher(text.get()).matches()) {
            faults.add("amount", "invalid_amount", amountPath);
            return null;
        }
        BigDecimal amount = new BigDecimal(text.get());
        Optional<String> refusal = RowRules.refusal(amount);
        refusal.ifPresent(code -> faults.add("amount", code, amountPath));
        return refusal.isPresent() ? null : new Sum(RowRules.kept(amount), currency);
    }

    private @Nullable Identifier side(XmlElement transaction, Side side, Faults faults) {
        String name = side.name().toLowerCase(Locale.ROOT);
        Optional<XmlElement> told = transaction.first("t_" + name + "_my_client", "t_" + name);
        if (told.isEmpty()) {
            return ofSeveral(transaction, side, faults);
        }
        Optional<XmlElement> party =
                told.get().first(name + "_account", name + "_wallet", name + "_person", name + "_entity");
        return party.isPresent()
                ? identifier(party.get(), name + "_account", faults)
                : none(name + "_account", told.get().path(), faults);
    }

    /** Of a transaction with many parties, only those can be told whose roles say who paid whom: one each. */
    private @Nullable Identifier ofSeveral(XmlElement transaction, Side side, Faults faults) {
        String field = side.name().toLowerCase(Locale.ROOT) + "_account";
        List<XmlElement> parties = transaction
                .all("involved_parties")
                .flatMap(XmlElement::children)
                .filter(party -> party.value("role").map(config.sides()::get).orElse(null) == side)
                .toList();
        if (parties.isEmpty() && transaction.first("involved_parties").isEmpty()) {
            return none(field, transaction.pathOf("t_" + side.name().toLowerCase(Locale.ROOT)), faults);
        }
        if (parties.size() != 1) {
            faults.add(field, "sides_unclear", transaction.pathOf("involved_parties"));
            return null;
        }
        Optional<XmlElement> party = parties.get(0)
                .children()
                .filter(it ->
                        Parties.isAccount(it) || PersonReader.isPerson(it.name()) || PersonReader.isEntity(it.name()))
                .findFirst();
        return party.isPresent()
                ? identifier(party.get(), field, faults)
                : none(field, parties.get(0).path(), faults);
    }

    /** Whoever paid in cash, or got it, is told by a document or a telephone number. */
    private @Nullable Identifier identifier(XmlElement party, String field, Faults faults) {
        Optional<Identifier> found = Parties.isAccount(party)
                ? faults.identifier(field, party.path(), () -> accounts.identifier(party))
                : people.identifiers(party, faults).stream().findFirst();
        return found.orElseGet(() -> none(field, party.path(), faults));
    }

    private static @Nullable Identifier none(String field, String path, Faults faults) {
        if (faults.list().stream().noneMatch(error -> path.equals(error.element()))) {
            faults.add(field, "no_counterparty", path);
        }
        return null;
    }

    private @Nullable String channel(XmlElement transaction) {
        return transaction
                .value("transmode_code")
                .map(code -> config.channels().getOrDefault(code, code))
                .flatMap(code -> RowRules.channel(code).or(() -> RowRules.channel("MODE_" + code)))
                .orElse(null);
    }

    private @Nullable String remark(XmlElement transaction, Faults faults) {
        Optional<XmlElement> told = Stream.of("transaction_description", "comments")
                .flatMap(transaction::all)
                .filter(it -> it.value().isPresent())
                .findFirst();
        if (told.isEmpty()) {
            return null;
        }
        String text = told.get().value().orElse("");
        Optional<String> refusal = FreeText.refusal(text);
        if (refusal.isPresent()) {
            faults.add("remark", refusal.get(), told.get().path());
            return null;
        }
        if (text.length() <= RowRules.LONGEST_REMARK) {
            return text;
        }
        findings.textShortened();
        return RowRules.shortened(text);
    }
}
