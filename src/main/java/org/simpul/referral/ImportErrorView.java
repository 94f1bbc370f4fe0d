package org.simpul.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Wording;

/**
 * What is wrong in one cell of an imported file; never the value.
 *
 * @param rowNumber as a spreadsheet counts: the header is row 1; in XML the entry or transaction, from 1 on
 * @param field the meaning of the column, e.g. {@code from_account}; {@code row} for the row as a whole
 * @param element path of the element in an XML file, e.g. {@code /report/transaction[3]/t_to/to_account}; else null
 * @param code stable; what a program decides by
 * @param message what to do next, in the language of {@code Accept-Language}
 */
@Schema(name = "TransactionImportError")
public record ImportErrorView(long rowNumber, String field, @Nullable String element, String code, String message) {

    static ImportErrorView from(ImportError error, Wording wording) {
        return new ImportErrorView(
                error.rowNumber, error.field, error.element, error.code, wording.violation(error.code));
    }
}
