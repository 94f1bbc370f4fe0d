package org.simpul.safeguard;

/**
 * An identifier of a protected subject, in canonical form.
 *
 * @param type text of the identifier type, e.g. {@code BANK_ACCOUNT}
 * @param scope e.g. {@code ID:014}; empty where the type has none
 * @param value the canonical value
 */
public record ProtectedValue(String type, String scope, String value) {

    /** Leaves the value out: a log must not tell who a victim is. */
    @Override
    public String toString() {
        return "ProtectedValue[type=" + type + "]";
    }
}
