package org.simpul.identifier;

/** Why a value or its scope was refused. Nothing here tells the value itself. */
public enum IdentifierProblem {
    /** Nothing but white space. */
    EMPTY,
    /** Longer than the type allows, as given or in canonical form. */
    TOO_LONG,
    /** Holds a character that the type never has: hidden, a control, or a look-alike from another script. */
    UNSUPPORTED_CHARACTER,
    /** Right characters, wrong shape or length. */
    MALFORMED,
    /** Check digits, checksum or checksum capitals do not fit: most often a typing error. */
    CHECKSUM,
    /** The type needs a scope and none was given. */
    SCOPE_REQUIRED,
    /** The scope is not one that the type knows, or the type takes none. */
    UNKNOWN_SCOPE,
    /** The country is not in ISO 3166-1, or has no such identifier. */
    UNKNOWN_COUNTRY,
    /** A sound crypto address of another chain or of a test network. */
    SCOPE_MISMATCH,
    /** The URL carries a user name or password, which must not be spread. */
    CREDENTIALS,
    /** A filler that many share, as zeros only: it would link strangers. */
    PLACEHOLDER
}
