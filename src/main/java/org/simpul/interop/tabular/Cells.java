package org.simpul.interop.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The cells of one row. A text file has texts alone; a spreadsheet knows numbers and days as well. */
interface Cells {

    int size();

    /** @return as it would stand in a text file; empty for an empty cell, a formula with its equals sign */
    String text(int place);

    /** @return the number that the cell holds; null when it holds a text */
    default @Nullable BigDecimal number(int place) {
        return null;
    }

    /** @return the day that the cell's number stands for; null when it holds a text, or no such day */
    default @Nullable LocalDate day(int place) {
        return null;
    }

    /** Whether the cell holds a number of more digits than a spreadsheet keeps. */
    default boolean hasLostDigits(int place) {
        return false;
    }
}
