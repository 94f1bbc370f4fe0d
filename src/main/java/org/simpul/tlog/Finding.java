package org.simpul.tlog;

/** What a verifier holds against a log. */
public enum Finding {
    /** The checkpoint is unreadable, of another log, or not signed by a key of the policy. */
    SIGNATURE,
    /** Fewer witnesses have cosigned than the policy demands. */
    QUORUM,
    /** Two roots of the same size. */
    FORK,
    /** What the log serves does not show that the longer one begins with the shorter one. */
    REWRITTEN,
    /** A tile does not fit the signed root. */
    TILE,
    /** An entry does not fit its leaf. */
    ENTRY,
    /** A leaf that was handed out is not in the log. */
    RECEIPT,
    /** What the checkpoint covers is not served. */
    WITHHELD,
    /** The database was written to without an entry, or has one that the hub did not write. */
    UNAUDITED
}
