package org.simpul.interop.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Canonical;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.identifier.InvalidIdentifierException;
import org.simpul.interop.reading.RowRules;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;
import org.simpul.shared.FreeText;

/** One row of a file: read cell by cell, with everything that is wrong in it. */
final class TransactionRow {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** What spreadsheets run when the row is opened again. A signed number is none, nor are dashes for "nothing". */
    private static final Pattern FORMULA =
            Pattern.compile("^(?!-+$|[+-]?[0-9(][0-9 ().,/-]*$)[=+@\\t\\r-].*", Pattern.DOTALL);
    /** In a cell of an account a plus sign or an at sign belongs to the value. */
    private static final Pattern ACCOUNT_FORMULA = Pattern.compile("^[=\\t\\r].*", Pattern.DOTALL);

    private final ImportMapping mapping;
    private final Map<Column, Integer> columns;
    private final Cells cells;
    private final long rowNumber;
    private final Currencies currencies;
    private final List<RowError> errors = new ArrayList<>();

    TransactionRow(
            ImportMapping mapping, Map<Column, Integer> columns, Cells cells, long rowNumber, Currencies currencies) {
        this.mapping = mapping;
        this.columns = columns;
        this.cells = cells;
        this.rowNumber = rowNumber;
        this.currencies = currencies;
    }

    /** @return empty when something is wrong, see {@link #errors()} */
    Optional<ImportedTransaction> read() {
        LocalDate date = date();
        BigDecimal amount = amount();
        String currency = currency();
        Identifier from = account(Column.FROM_ACCOUNT, Column.FROM_TYPE, Column.FROM_SCOPE);
        Identifier to = account(Column.TO_ACCOUNT, Column.TO_TYPE, Column.TO_SCOPE);
        String channel = channel();
        String remark = remark();
        if (!errors.isEmpty() || date == null || amount == null || currency == null || from == null || to == null) {
            return Optional.empty();
        }
        return Optional.of(new ImportedTransaction(date, amount, currency, from, to, channel, remark));
    }

    List<RowError> errors() {
        return errors;
    }

    private @Nullable LocalDate date() {
        String text = required(Column.DATE, plain(Column.DATE));
        if (text == null) {
            return null;
        }
        LocalDate base = mapping.baseDate() == null ? LocalDate.EPOCH : mapping.baseDate();
        LocalDate date = mapping.dateFormat().read(text, base).orElseGet(this::dayOfTheSheet);
        return date == null ? refuse(Column.DATE, "invalid_date") : date;
    }

    /** A number in a sheet is a day, unless the file counts its days from one of its own. */
    private @Nullable LocalDate dayOfTheSheet() {
        Integer place = columns.get(Column.DATE);
        return place == null || mapping.dateFormat() == DateFormat.DAYS_SINCE_BASE ? null : cells.day(place);
    }

    private @Nullable BigDecimal amount() {
        String text = required(Column.AMOUNT, plain(Column.AMOUNT));
        if (text == null) {
            return null;
        }
        Integer place = columns.get(Column.AMOUNT);
        BigDecimal number = place == null ? null : cells.number(place);
        BigDecimal amount =
                number == null ? mapping.decimalSeparator().read(text).orElse(null) : number;
        if (amount == null) {
            return refuse(Column.AMOUNT, "invalid_amount");
        }
        Optional<String> refusal = RowRules.refusal(amount);
        return refusal.isPresent() ? refuse(Column.AMOUNT, refusal.get()) : RowRules.kept(amount);
    }

    private @Nullable String currency() {
        String text = required(Column.CURRENCY, or(plain(Column.CURRENCY), mapping.currency()));
        if (text == null) {
            return null;
        }
        String currency = text.toUpperCase(Locale.ROOT);
        if (!RowRules.isCurrencyCode(currency)) {
            return refuse(Column.CURRENCY, "invalid_currency");
        }
        return currencies.knows(currency) ? currency : refuse(Column.CURRENCY, "unknown_currency");
    }

    private @Nullable Identifier account(Column valueColumn, Column typeColumn, Column scopeColumn) {
        ImportMapping.Account all = mapping.account();
        String value = required(valueColumn, cell(valueColumn, ACCOUNT_FORMULA));
        Integer place = columns.get(valueColumn);
        if (value != null && place != null && cells.hasLostDigits(place)) {
            value = refuse(valueColumn, "number_lost_digits");
        }
        IdentifierType type = type(typeColumn, all);
        String scope = or(plain(scopeColumn), all == null || all.scope() == null ? "" : all.scope());
        if (value == null || type == null || scope == null) {
            return null;
        }
        try {
            return Canonical.of(type, scope, filled(type, value));
        } catch (InvalidIdentifierException e) {
            return refuse(RowRules.isOfTheScope(e) ? scopeColumn : valueColumn, RowRules.code(e));
        }
    }

    private @Nullable IdentifierType type(Column column, ImportMapping.@Nullable Account all) {
        String text = required(
                column, or(plain(column), all == null ? null : all.type().name()));
        if (text == null) {
            return null;
        }
        try {
            return IdentifierType.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return refuse(column, "unknown_value");
        }
    }

    /** Spreadsheets take an account for a number, and drop its leading zeros. */
    private String filled(IdentifierType type, String value) {
        Integer digits = mapping.accountDigits();
        if (digits == null
                || type != IdentifierType.BANK_ACCOUNT
                || value.length() >= digits
                || !DIGITS.matcher(value).matches()) {
            return value;
        }
        return "0".repeat(digits - value.length()) + value;
    }

    /** Written as a code: {@code Mobile Banking} is MOBILE_BANKING. */
    private @Nullable String channel() {
        String text = plain(Column.CHANNEL);
        if (text == null) {
            return null;
        }
        Optional<String> code = RowRules.channel(text);
        return code.isPresent() ? code.get() : refuse(Column.CHANNEL, "invalid_channel");
    }

    private @Nullable String remark() {
        String text = plain(Column.REMARK);
        if (text == null) {
            return null;
        }
        if (text.length() > RowRules.LONGEST_REMARK) {
            return refuse(Column.REMARK, "remark_too_long");
        }
        Optional<String> refusal = FreeText.refusal(text);
        return refusal.isPresent() ? refuse(Column.REMARK, refusal.get()) : text;
    }

    private @Nullable String plain(Column column) {
        return cell(column, FORMULA);
    }

    /** @return the stripped text; null when there is none, or when it is refused */
    private @Nullable String cell(Column column, Pattern formula) {
        Integer index = columns.get(column);
        if (index == null) {
            return null;
        }
        String text = index < cells.size() ? cells.text(index) : "";
        if (formula.matcher(text).matches() || formula.matcher(text.strip()).matches()) {
            return refuse(column, "formula_cell");
        }
        return text.isBlank() ? null : text.strip();
    }

    private @Nullable String required(Column column, @Nullable String text) {
        if (text == null && errors.stream().noneMatch(error -> error.field().equals(column.field()))) {
            refuse(column, "required");
        }
        return text;
    }

    private static @Nullable String or(@Nullable String text, @Nullable String constant) {
        return text == null ? constant : text;
    }

    private <T> @Nullable T refuse(Column column, String code) {
        errors.add(new RowError(rowNumber, column.field(), code));
        return null;
    }
}
