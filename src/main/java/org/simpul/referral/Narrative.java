package org.simpul.referral;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a narrative says who, what, when, where and how much, as far as a machine can tell without reading it. */
final class Narrative {
    /** Characters within which the five questions can hardly be answered. */
    private static final int SHORT = 300;

    /** A year of this or the last century, or a day and a month in digits. */
    private static final Pattern DATE = Pattern.compile("\\b(?:19|20)\\d{2}\\b|\\b\\d{1,2}[./-]\\d{1,2}\\b");
    /** A currency beside a number. */
    private static final Pattern AMOUNT = Pattern.compile(
            "\\b(?:Rp|IDR|USD|US\\$)\\.?\\s?\\d|\\d\\s?(?:IDR|USD|rupiah)\\b", Pattern.CASE_INSENSITIVE);

    private final String text;

    Narrative(@Nullable String text) {
        this.text = text == null ? "" : text.strip();
    }

    boolean isLongEnough() {
        return text.length() >= SHORT;
    }

    boolean tellsWhen() {
        return DATE.matcher(text).find();
    }

    boolean tellsHowMuch() {
        return AMOUNT.matcher(text).find();
    }
}
