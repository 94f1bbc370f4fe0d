package org.simpul.interop.tabular;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierType;

/**
 * How a file of transactions is to be read. All of it may be left out for a file with the headers of our template,
 * dates as 2026-01-31 and amounts as 1234.5.
 *
 * @param columns header in the file by field, e.g. {@code {"amount": "value"}}; fields left out go by the template's
 *     headers
 * @param currency of rows without one of their own
 * @param account type and scope of accounts that have none of their own
 * @param dateFormat ISO unless given
 * @param baseDate day 0 of DAYS_SINCE_BASE
 * @param decimalSeparator POINT unless given
 * @param delimiter COMMA unless given
 * @param accountDigits bank accounts of digits alone are filled with leading zeros up to this length, which
 *     spreadsheets drop
 * @param sheet name of the sheet in a workbook; the first unless given
 * @param duplicates COUNT unless given
 * @param withoutCounterparty REFUSE unless given; for statements
 */
public record ImportMapping(
        @Nullable Map<@Pattern(regexp = FIELDS) String, @NotNull @Size(min = 1, max = 128) String> columns,
        @Nullable @Pattern(regexp = "[A-Z]{3,5}") String currency,
        @Valid @Nullable Account account,
        @Nullable DateFormat dateFormat,
        @Nullable LocalDate baseDate,
        @Nullable DecimalSeparator decimalSeparator,
        @Nullable Delimiter delimiter,
        @Nullable @Min(5) @Max(20) Integer accountDigits,
        @Nullable @Size(min = 1, max = 31) String sheet,
        @Nullable Duplicates duplicates,
        @Nullable WithoutCounterparty withoutCounterparty) {

    public static final ImportMapping TEMPLATE =
            new ImportMapping(null, null, null, null, null, null, null, null, null, null, null);

    private static final String FIELDS = "date|amount|currency|(from|to)_(account|type|scope)|channel|remark";

    /**
     * What the accounts of a file are.
     *
     * @param scope e.g. {@code ID:014} for the accounts of one bank; left out for types without a scope
     */
    @Schema(name = "ImportAccount")
    public record Account(@NotNull IdentifierType type, @Nullable @Size(max = 64) String scope) {}

    public ImportMapping {
        columns = columns == null ? Map.of() : columns;
        dateFormat = dateFormat == null ? DateFormat.ISO : dateFormat;
        decimalSeparator = decimalSeparator == null ? DecimalSeparator.POINT : decimalSeparator;
        duplicates = duplicates == null ? Duplicates.COUNT : duplicates;
        withoutCounterparty = withoutCounterparty == null ? WithoutCounterparty.REFUSE : withoutCounterparty;
        delimiter = delimiter == null ? Delimiter.COMMA : delimiter;
    }

    public boolean lacksBaseDate() {
        return dateFormat == DateFormat.DAYS_SINCE_BASE && baseDate == null;
    }
}
