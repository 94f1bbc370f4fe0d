package org.simpul.interop.tabular;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.simpul.interop.reading.FileRefused;
import org.simpul.referral.RowError;

/** The first row of a table: which column holds what. */
final class HeaderRow {
    private HeaderRow() {}

    /** @throws FileRefused naming each column that is missing or there twice */
    static Map<Column, Integer> columns(Cells header, ImportMapping mapping, long rowNumber) throws FileRefused {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        List<RowError> errors = new ArrayList<>();
        for (Column column : Column.values()) {
            String named = mapping.columns().get(column.field());
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                boolean fits = named == null
                        ? column.isHeadedBy(header.text(i))
                        : Column.normalised(named).equals(Column.normalised(header.text(i)));
                if (fits) {
                    places.add(i);
                }
            }
            if (places.size() > 1) {
                errors.add(new RowError(rowNumber, column.field(), "duplicate_column"));
            } else if (places.size() == 1) {
                found.put(column, places.get(0));
            } else if (named != null || !mayBeAbsent(column, mapping)) {
                errors.add(new RowError(rowNumber, column.field(), "missing_column"));
            }
        }
        if (!errors.isEmpty()) {
            throw new FileRefused("unusable_header", errors);
        }
        return found;
    }

    private static boolean mayBeAbsent(Column column, ImportMapping mapping) {
        return switch (column) {
            case CHANNEL, REMARK, FROM_SCOPE, TO_SCOPE -> true;
            case CURRENCY -> mapping.currency() != null;
            case FROM_TYPE, TO_TYPE -> mapping.account() != null;
            case DATE, AMOUNT, FROM_ACCOUNT, TO_ACCOUNT -> false;
        };
    }
}
