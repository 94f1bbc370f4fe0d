package org.simpul.oversight;

/** How far a breach is. */
enum BreachStatus {
    OPEN,
    CLOSURE_PROPOSED,
    CLOSED
}
