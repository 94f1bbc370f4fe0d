package org.simpul.casework;

/** Whether a case is worked on. */
public enum CaseStatus {
    OPEN,
    CLOSED
}
