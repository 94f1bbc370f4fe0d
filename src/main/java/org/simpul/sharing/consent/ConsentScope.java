package org.simpul.sharing.consent;

/** What is asked for. */
public enum ConsentScope {
    /** To hand it on, inside the hub, to the institutions that it names. */
    ONWARD,
    /** To take it out of the hub. */
    EXPORT
}
