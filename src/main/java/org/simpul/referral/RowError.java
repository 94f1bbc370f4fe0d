package org.simpul.referral;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in one cell of an imported file; never the value.
 *
 * @param rowNumber as a spreadsheet counts: the header is row 1; in XML the entry or transaction, from 1 on
 * @param field the meaning of the column, e.g. {@code from_account}; {@code row} for the row as a whole
 * @param code key of its text in {@code problems_*.properties} under {@code violation.}
 * @param element path of the element in XML; null in a table
 */
public record RowError(long rowNumber, String field, String code, @Nullable String element) {

    public RowError(long rowNumber, String field, String code) {
        this(rowNumber, field, code, null);
    }
}
