package org.simpul.identifier.list;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.shared.Wording;

/**
 * What is wrong in a row, or is worth a look; never the value.
 *
 * @param rowNumber the header of a table is row 1; the lines of a file of JSON are counted from 1 on
 * @param field the name of the column; {@code row} for the row as a whole
 * @param code stable; what a program decides by
 * @param message what to do next, in the language of {@code Accept-Language}
 */
@Schema(name = "IdentifierListImportFinding")
public record ListFindingView(Severity severity, long rowNumber, String field, String code, String message) {

    static ListFindingView of(ListImportFinding finding, Wording wording) {
        return new ListFindingView(
                finding.severity, finding.rowNumber, finding.field, finding.code, wording.violation(finding.code));
    }
}
