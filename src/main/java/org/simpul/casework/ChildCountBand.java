package org.simpul.casework;

/** How many children were safeguarded; a band, so that no single child is counted out. */
public enum ChildCountBand {
    ONE,
    TWO_TO_FIVE,
    MORE_THAN_FIVE
}
