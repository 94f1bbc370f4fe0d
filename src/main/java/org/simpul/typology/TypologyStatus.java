package org.simpul.typology;

/** How far the newest version is: DRAFT → PENDING_APPROVAL → PUBLISHED, and back to DRAFT with a new version. */
public enum TypologyStatus {
    DRAFT,
    PENDING_APPROVAL,
    PUBLISHED
}
