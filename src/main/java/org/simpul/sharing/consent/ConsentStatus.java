package org.simpul.sharing.consent;

/** How far a consent is. */
public enum ConsentStatus {
    REQUESTED,
    GRANTED,
    DENIED,
    REVOKED,
    EXPIRED
}
