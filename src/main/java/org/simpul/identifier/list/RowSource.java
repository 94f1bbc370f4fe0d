package org.simpul.identifier.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem.Violation;

/** A file of entries, read row by row. */
public interface RowSource {

    /**
     * One row.
     *
     * @param number as people count: the header of a table is row 1; the lines of a file of JSON from 1 on
     * @param input null when it can't be read
     * @param violations what is wrong with it then
     */
    record Row(long number, @Nullable EntryInput input, List<Violation> violations) {

        public static Row of(long number, EntryInput input) {
            return new Row(number, input, List.of());
        }

        public static Row refused(long number, String field, String code) {
            return new Row(number, null, List.of(new Violation(field, code)));
        }
    }

    /**
     * @return the next row; null at the end
     * @throws Stopped when it can't be read on
     */
    @Nullable
    Row next() throws Stopped;

    /** A file that can't be read on from a row. */
    final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;

        private final long rowNumber;
        private final String code;

        /** @param code key of its text under {@code violation.} */
        public Stopped(long rowNumber, String code) {
            super(code, null, false, false);
            this.rowNumber = rowNumber;
            this.code = code;
        }

        public long rowNumber() {
            return rowNumber;
        }

        public String code() {
            return code;
        }
    }
}
