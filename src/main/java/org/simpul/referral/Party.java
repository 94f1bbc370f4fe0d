package org.simpul.referral;

/**
 * One side of a transaction: a canonical identifier, or a protected subject under its reference.
 *
 * @param type an identifier type, or {@link #PROTECTED}
 * @param scope empty where the type has none
 * @param value the canonical value, or the subject's reference
 */
public record Party(String type, String scope, String value) {
    /** Type of a party that is a protected subject; its value is the subject's reference. */
    public static final String PROTECTED = "PROTECTED";

    /** Leaves the value out, so that logging a party does not spread it. */
    @Override
    public String toString() {
        return "Party[type=" + type + "]";
    }
}
