package org.simpul.casework;

/** The kind of product that an FIU disseminates (Indonesian Law 8/2010 art. 1, art. 44). */
public enum Product {
    /** Hasil analisis: result of an analysis. */
    HA,
    /** Hasil pemeriksaan: result of an examination. */
    HP,
    /** Informasi: information short of an analysis. */
    INFORMASI
}
