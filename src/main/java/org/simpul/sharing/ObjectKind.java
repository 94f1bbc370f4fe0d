package org.simpul.sharing;

/** The immutable versions that can be disclosed. A case never is. */
public enum ObjectKind {
    REFERRAL_VERSION(false),
    TYPOLOGY_VERSION(true),
    /** A typology's draft as it is shown to those who review it. */
    REVIEW_COPY(false),
    DISSEMINATION_VERSION(false),
    HOLD_VERSION(false),
    RFI_VERSION(false),
    RFI_ANSWER(false),
    LEAD(false),
    IDENTIFIER_LIST_EDITION(true);

    private final boolean hiddenBySuspension;

    ObjectKind(boolean hiddenBySuspension) {
        this.hiddenBySuspension = hiddenBySuspension;
    }

    /** @return whether the giver's suspension hides it; a submitted referral stays with the FIU whatever happens */
    boolean hiddenBySuspension() {
        return hiddenBySuspension;
    }
}
