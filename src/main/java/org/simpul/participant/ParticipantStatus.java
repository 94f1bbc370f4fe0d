package org.simpul.participant;

/** Where an institution stands: APPLIED, ADMITTED, SUSPENDED and back, LEFT for good. */
public enum ParticipantStatus {
    APPLIED,
    ADMITTED,
    SUSPENDED,
    LEFT
}
