package org.simpul.retention;

/** What a legal hold can name; a submission is held by its intake, with every version of it. */
public enum HeldKind {
    INTAKE("INTAKE"),
    /** With its intakes, requests for information, disseminations and holds. */
    CASE("CASE"),
    /** By its version. */
    DISSEMINATION("DISSEMINATION_VERSION"),
    RFI("RFI"),
    /** Of a request that an agency asks the FIU. */
    RFI_THREAD("RFI_THREAD"),
    HOLD("HOLD"),
    LEAD("LEAD"),
    /** With what was taken off it, and its imports. */
    IDENTIFIER_LIST("IDENTIFIER_LIST");

    private final String notified;

    HeldKind(String notified) {
        this.notified = notified;
    }

    /** @return under which name its room says who sees it */
    String notified() {
        return notified;
    }
}
