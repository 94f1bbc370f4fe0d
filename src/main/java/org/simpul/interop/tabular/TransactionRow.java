package org.simpul.interop.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Canonical;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierProblem;
import org.simpul.identifier.IdentifierType;
import org.simpul.identifier.InvalidIdentifierException;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;
import org.simpul.shared.FreeText;

/** One row of a file: read cell by cell, with everything that is wrong in it. */
final class TransactionRow {
    private static final int LONGEST_REMARK = 500;
    private static final int MOST_DECIMALS = 4;
    private static final BigDecimal TOO_MUCH = new BigDecimal("1E15");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3,5}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");
    private static final Pattern NO_CODE = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** What spreadsheets run when the row is opened again. A signed number is none, nor are dashes for "nothing". */
    private static final Pattern FORMULA =
            Pattern.compile("^(?!-+$|[+-]?[0-9(][0-9 ().,/-]*$)[=+@\\t\\r-].*", Pattern.DOTALL);
    /** In a cell of an account a plus sign or an at sign belongs to the value. */
    private static final Pattern ACCOUNT_FORMULA = Pattern.compile("^[=\\t\\r].*", Pattern.DOTALL);

    private static final Set<IdentifierProblem> OF_THE_SCOPE = EnumSet.of(
            IdentifierProblem.SCOPE_REQUIRED,
            IdentifierProblem.UNKNOWN_SCOPE,
            IdentifierProblem.UNKNOWN_COUNTRY,
            IdentifierProblem.SCOPE_MISMATCH);

    private final ImportMapping mapping;
    private final Map<Column, Integer> columns;
    private final CSVRecord record;
    private final long rowNumber;
    private final List<RowError> errors = new ArrayList<>();

    TransactionRow(ImportMapping mapping, Map<Column, Integer> columns, CSVRecord record, long rowNumber) {
        this.mapping = mapping;
        this.columns = columns;
        this.record = record;
        this.rowNumber = rowNumber;
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
        LocalDate date = mapping.dateFormat().read(text, base).orElse(null);
        return date == null ? refuse(Column.DATE, "invalid_date") : date;
    }

    private @Nullable BigDecimal amount() {
        String text = required(Column.AMOUNT, plain(Column.AMOUNT));
        if (text == null) {
            return null;
        }
        BigDecimal amount = mapping.decimalSeparator().read(text).orElse(null);
        if (amount == null || amount.abs().compareTo(TOO_MUCH) >= 0) {
            return refuse(Column.AMOUNT, "invalid_amount");
        }
        if (amount.signum() < 0) {
            return refuse(Column.AMOUNT, "negative_amount");
        }
        return amount.stripTrailingZeros().scale() > MOST_DECIMALS
                ? refuse(Column.AMOUNT, "too_many_decimals")
                : amount.setScale(MOST_DECIMALS);
    }

    private @Nullable String currency() {
        String text = required(Column.CURRENCY, or(plain(Column.CURRENCY), mapping.currency()));
        if (text == null) {
            return null;
        }
        String currency = text.toUpperCase(Locale.ROOT);
        return CURRENCY.matcher(currency).matches() ? currency : refuse(Column.CURRENCY, "invalid_currency");
    }

    private @Nullable Identifier account(Column valueColumn, Column typeColumn, Column scopeColumn) {
        ImportMapping.Account all = mapping.account();
        String value = required(valueColumn, cell(valueColumn, ACCOUNT_FORMULA));
        IdentifierType type = type(typeColumn, all);
        String scope = or(plain(scopeColumn), all == null || all.scope() == null ? "" : all.scope());
        if (value == null || type == null || scope == null) {
            return null;
        }
        try {
            return Canonical.of(type, scope, filled(type, value));
        } catch (InvalidIdentifierException e) {
            Column column = OF_THE_SCOPE.contains(e.problem()) ? scopeColumn : valueColumn;
            return refuse(column, "identifier_" + e.problem().name().toLowerCase(Locale.ROOT));
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
        String code = NO_CODE.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("_");
        return CHANNEL.matcher(code).matches() ? code : refuse(Column.CHANNEL, "invalid_channel");
    }

    private @Nullable String remark() {
        String text = plain(Column.REMARK);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_REMARK) {
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
        String text = record.get(index);
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
