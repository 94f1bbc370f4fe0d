package org.simpul.referral;

/** What kind of file an import takes. */
public enum ImportFormat {
    CSV,
    XLSX,
    /** Account statements and notifications (camt.053, camt.054) and customer credit transfers (pacs.008). */
    ISO_20022,
    /** A suspicious transaction report to an FIU: persons and reason as well as transactions. */
    GOAML
}
