package org.simpul.referral;

/**
 * What is wrong in one cell of an imported file; never the value.
 *
 * @param rowNumber as a spreadsheet counts: the header is row 1
 * @param field the meaning of the column, e.g. {@code from_account}; {@code row} for the row as a whole
 * @param code key of its text in {@code problems_*.properties} under {@code violation.}
 */
public record RowError(long rowNumber, String field, String code) {}
