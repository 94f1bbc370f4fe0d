package org.simpul.participant.federation;

/** Why an identity provider's metadata is not taken. */
public class MetadataRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code key of its text in {@code problems_*.properties} under {@code violation.} */
    public MetadataRefused(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
