package org.simpul.casework;

/** What came of a dissemination, as the agency says; read by the agency and the FIU, never by a submitter (R1, R10). */
public enum Outcome {
    CHILD_SAFEGUARDED,
    VICTIM_SUPPORT_REFERRED,
    ACCOUNT_RESTORED,
    ARREST,
    CHARGE,
    CONVICTION,
    ASSET_RESTRAINT,
    INTELLIGENCE_VALUE,
    DUPLICATE,
    FALSE_POSITIVE,
    INSUFFICIENT,
    PENDING
}
