package org.simpul.identifier.screening;

/** How far a file of values is. */
public enum ScreeningRunStatus {
    /** It is awaited. */
    OPEN,
    RUNNING,
    /** All of it was read, and its sound rows were asked. */
    DONE,
    /** Nothing of it is told. */
    REFUSED
}
