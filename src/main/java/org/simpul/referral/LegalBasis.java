package org.simpul.referral;

/** The law under which an institution refers; a closed list. */
public enum LegalBasis {
    /** Indonesian Law 8/2010 art. 23: reports of providers of financial services. */
    UU_8_2010_ART_23,
    /** Indonesian Law 8/2010 art. 27: reports of other providers of goods and services. */
    UU_8_2010_ART_27
}
