package org.simpul.sharing;

/** How the information is known: second part of the grading 3x5x2. */
public enum InformationGrade {
    /** Known directly to the source. */
    A,
    /** Known indirectly, and corroborated. */
    B,
    /** Known indirectly. */
    C,
    /** Not known. */
    D,
    /** Suspected to be false. */
    E
}
