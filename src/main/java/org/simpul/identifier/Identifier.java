package org.simpul.identifier;

import org.simpul.safeguard.ProtectedValue;

/**
 * An identifier in canonical form: two that mean the same are equal, component by component. Made by
 * {@link Canonical#of}; constructed directly only from what was stored in that form.
 *
 * @param type  the kind
 * @param scope where the value is unique (bank, chain, platform …), empty when the type is unique by itself
 * @param value the canonical value
 */
public record Identifier(IdentifierType type, String scope, String value) {

    /** As it stands among the details of who is protected. */
    public ProtectedValue asProtected() {
        return new ProtectedValue(type.name(), scope, value);
    }

    /** Leaves the value out, so that logging an identifier does not spread it. */
    @Override
    public String toString() {
        return "Identifier[type=" + type + ", scope=" + scope + "]";
    }
}
