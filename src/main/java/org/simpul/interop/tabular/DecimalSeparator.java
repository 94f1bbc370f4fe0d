package org.simpul.interop.tabular;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file writes amounts; thousands may be grouped by the other mark, or by spaces. */
public enum DecimalSeparator {
    /** {@code 1,234.5} */
    POINT(",", "."),
    /** {@code 1.234,5} */
    COMMA(".", ",");

    private final Pattern number;
    private final String grouping;
    private final String decimal;

    DecimalSeparator(String grouping, String decimal) {
        this.grouping = grouping;
        this.decimal = decimal;
        String group = "[" + grouping + " \u00a0]";
        this.number =
                Pattern.compile("[+-]?(\\d{1,20}|\\d{1,3}(" + group + "\\d{3}){1,6})(\\" + decimal + "\\d{1,20})?");
    }

    Optional<BigDecimal> read(String text) {
        if (!number.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(grouping, "")
                .replace(" ", "")
                .replace("\u00a0", "")
                .replace(decimal, ".")));
    }
}
