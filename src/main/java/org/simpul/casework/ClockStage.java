package org.simpul.casework;

/** What the clock of an intake has said so far. */
enum ClockStage {
    RUNNING,
    /** About to pass: whoever works on it was told, or all analysts. */
    WARNED,
    /** Has passed: the supervisors were told. */
    PASSED
}
