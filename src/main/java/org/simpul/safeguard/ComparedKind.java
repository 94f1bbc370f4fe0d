package org.simpul.safeguard;

/** What two protected subjects have in common. */
public enum ComparedKind {
    NAME,
    IDENTIFIER
}
