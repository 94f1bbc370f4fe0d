package org.simpul.sharing;

/** How reliable the source is: first part of the grading 3x5x2. */
public enum SourceGrade {
    RELIABLE,
    UNTESTED,
    NOT_RELIABLE
}
