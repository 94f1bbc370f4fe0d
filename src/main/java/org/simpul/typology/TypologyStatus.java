package org.simpul.typology;

/** How far a version of a typology is; the owner's file keeps that of its newest one. */
public enum TypologyStatus {
    DRAFT,
    PEER_REVIEW,
    PENDING_APPROVAL,
    PUBLISHED,
    /** A newer version is published. */
    SUPERSEDED,
    /** The typology is no longer used: still read, since referrals cite it, and no longer cited or adopted. */
    RETIRED
}
