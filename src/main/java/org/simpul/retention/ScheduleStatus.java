package org.simpul.retention;

/** How far a schedule is. */
public enum ScheduleStatus {
    PROPOSED,
    APPROVED,
    DECLINED,
    /** In force from its date on, until another that is installed takes its place. */
    INSTALLED
}
