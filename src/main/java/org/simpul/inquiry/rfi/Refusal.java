package org.simpul.inquiry.rfi;

/** Why an authority refuses. */
public enum Refusal {
    NO_LEGAL_BASIS,
    DISPROPORTIONATE,
    PREJUDICE
}
