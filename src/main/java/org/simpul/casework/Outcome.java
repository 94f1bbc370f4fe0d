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
    PENDING;

    /** Whether something came of it; the agency is reminded until then. */
    boolean isFinal() {
        return this != PENDING;
    }

    /** Whether it says that there was something to it, so that it is no false positive for everybody. */
    public boolean isSubstance() {
        return switch (this) {
            case DUPLICATE, FALSE_POSITIVE, INSUFFICIENT, PENDING -> false;
            default -> true;
        };
    }
}
