package org.simpul.interop.iso20022;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.InvalidIdentifierException;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.RowRules;
import org.simpul.interop.reading.XmlElement;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;
import org.simpul.shared.FreeText;

/** One payment of a message on its way to a row, with everything that is wrong in it. */
final class Payment {
    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private final long number;
    private final Currencies currencies;
    private final Accounts accounts;
    private final Findings findings;
    private final List<RowError> errors = new ArrayList<>();
    private @Nullable LocalDate day;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;
    private @Nullable Identifier from;
    private @Nullable Identifier to;
    private @Nullable String channel;
    private @Nullable String remark;

    /** @param number of the entry in the file, from 1 on */
    Payment(long number, Currencies currencies, Accounts accounts, Findings findings) {
        this.number = number;
        this.currencies = currencies;
        this.accounts = accounts;
        this.findings = findings;
    }

    /** @param date an element with {@code Dt} or {@code DtTm} below it, or the date itself */
    void on(Optional<XmlElement> date, String path) {
        Optional<String> text = date.flatMap(
                element -> element.value("Dt").or(() -> element.value("DtTm")).or(element::value));
        if (text.isEmpty()) {
            refuse("date", "required", path);
            return;
        }
        try {
            day = DAY.matcher(text.get()).matches() ? LocalDate.parse(text.get().substring(0, 10)) : null;
        } catch (DateTimeException e) {
            day = null;
        }
        if (day == null || !RowRules.isPlausible(day)) {
            day = null;
            refuse("date", "invalid_date", path);
        }
    }

    /** @param sum an amount with its currency in the attribute {@code Ccy} */
    void of(Optional<XmlElement> sum, String path) {
        Optional<String> text = sum.flatMap(XmlElement::value);
        if (sum.isEmpty() || text.isEmpty()) {
            refuse("amount", "required", path);
            return;
        }
        if (AMOUNT.matcher(text.get()).matches()) {
            BigDecimal read = new BigDecimal(text.get());
            RowRules.refusal(read)
                    .ifPresentOrElse(code -> refuse("amount", code, path), () -> amount = RowRules.kept(read));
        } else {
            refuse("amount", "invalid_amount", path);
        }
        String code = sum.get().attribute("Ccy").orElse("");
        if (code.isEmpty()) {
            refuse("currency", "required", path + "/@Ccy");
        } else if (!currencies.knows(code)) {
            refuse("currency", "unknown_currency", path + "/@Ccy");
        } else {
            currency = code;
        }
    }

    void from(Optional<XmlElement> account, @Nullable XmlElement institution, String path) {
        from = party("from_account", account, institution, path);
    }

    void to(Optional<XmlElement> account, @Nullable XmlElement institution, String path) {
        to = party("to_account", account, institution, path);
    }

    private @Nullable Identifier party(
            String field, Optional<XmlElement> account, @Nullable XmlElement institution, String path) {
        try {
            Optional<Identifier> party = account.flatMap(it -> accounts.identifier(it, institution));
            if (party.isEmpty()) {
                refuse(field, "no_counterparty", path);
            }
            return party.orElse(null);
        } catch (InvalidIdentifierException e) {
            boolean ofTheScope = RowRules.isOfTheScope(e);
            refuse(
                    ofTheScope ? field.replace("account", "scope") : field,
                    RowRules.code(e),
                    ofTheScope && institution != null ? institution.path() : path);
            return null;
        }
    }

    void by(@Nullable String code) {
        channel = code == null ? null : RowRules.channel(code).orElse(null);
    }

    void saying(String text, String path) {
        if (text.isBlank()) {
            return;
        }
        Optional<String> refusal = FreeText.refusal(text);
        if (refusal.isPresent()) {
            refuse("remark", refusal.get(), path);
        } else if (text.length() > RowRules.LONGEST_REMARK) {
            findings.textShortened();
            remark = RowRules.shortened(text);
        } else {
            remark = text;
        }
    }

    void refuse(String field, String code, String path) {
        errors.add(new RowError(number, field, code, path));
    }

    List<RowError> errors() {
        return errors;
    }

    /** @return empty when something is wrong */
    Optional<ImportedTransaction> row() {
        if (!errors.isEmpty() || day == null || amount == null || currency == null || from == null || to == null) {
            return Optional.empty();
        }
        return Optional.of(new ImportedTransaction(day, amount, currency, from, to, channel, remark));
    }
}
