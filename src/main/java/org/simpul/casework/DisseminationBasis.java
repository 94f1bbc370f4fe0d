package org.simpul.casework;

/** The law under which the FIU disseminates; a closed list. */
public enum DisseminationBasis {
    /** Indonesian Law 8/2010 art. 44: results of analysis or examination go to investigators. */
    UU_8_2010_ART_44,
    /** Indonesian Law 8/2010 art. 64: results of an examination are handed to investigators. */
    UU_8_2010_ART_64,
    /** Indonesian Law 8/2010 art. 90: information is exchanged with domestic authorities. */
    UU_8_2010_ART_90
}
