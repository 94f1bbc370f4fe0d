package org.simpul.casework.cases;

/** Whether a task is still to be done. */
public enum CaseTaskStatus {
    OPEN,
    DONE,
    DROPPED
}
