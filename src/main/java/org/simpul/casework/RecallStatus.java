package org.simpul.casework;

/** How far a recall is. */
public enum RecallStatus {
    REQUESTED,
    RECALLED,
    DECLINED
}
