package org.simpul.casework;

/** Why the FIU takes back what it gave; never told to a recipient. */
public enum RecallReason {
    WRONG_RECIPIENT,
    WRONG_CONTENT,
    TELLS_PROTECTED_SUBJECT,
    SOURCE_WITHDRAWN,
    NO_LEGAL_BASIS,
    /** By a later version. */
    REPLACED
}
