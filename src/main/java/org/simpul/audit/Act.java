package org.simpul.audit;

/** What was done, e.g. {@code referral.submitted}; each room has an enum of its own acts. */
public interface Act {

    String name();

    /** @return the text in the entry: lower case, {@code _} read as the first dot, then hyphens */
    default String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
