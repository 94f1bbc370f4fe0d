package org.simpul.referral;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    Party rewritten(UnaryOperator<@Nullable String> words) {
        return type.equals(PROTECTED) ? new Party(type, scope, Objects.requireNonNull(words.apply(value))) : this;
    }

    /** Leaves the value out, so that logging a party does not spread it. */
    @Override
    public String toString() {
        return "Party[type=" + type + "]";
    }
}
