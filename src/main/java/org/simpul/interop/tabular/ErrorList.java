package org.simpul.interop.tabular;

import java.util.ArrayList;
import java.util.List;
import org.simpul.referral.ImportErrorView;

/** The faults of a file as a table, to be worked through beside it. */
public final class ErrorList {
    private static final List<String> HEADER = List.of("row_number", "field", "element", "code", "message");

    private ErrorList() {}

    public static List<List<String>> of(List<ImportErrorView> errors) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        errors.forEach(error -> rows.add(List.of(
                Long.toString(error.rowNumber()),
                error.field(),
                error.element() == null ? "" : error.element(),
                error.code(),
                error.message())));
        return rows;
    }
}
