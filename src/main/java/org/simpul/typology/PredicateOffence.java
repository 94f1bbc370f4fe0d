package org.simpul.typology;

/** The offence behind the money; a closed list. */
public enum PredicateOffence {
    CHILD_SEXUAL_EXPLOITATION,
    HUMAN_TRAFFICKING,
    EXTORTION,
    MONEY_LAUNDERING
}
