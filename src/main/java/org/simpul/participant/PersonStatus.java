package org.simpul.participant;

/** Whether somebody may act for the institution at all. */
public enum PersonStatus {
    ACTIVE,
    SWITCHED_OFF
}
