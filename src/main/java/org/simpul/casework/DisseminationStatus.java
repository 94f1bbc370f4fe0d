package org.simpul.casework;

/** How far the FIU is with a dissemination. */
public enum DisseminationStatus {
    DRAFT,
    PENDING_APPROVAL,
    DISSEMINATED
}
