package org.simpul.typology.review;

/** What a reviewer says: BLOCKED stops the publication, CHANGES_ASKED counts as no endorsement. */
public enum Verdict {
    ENDORSED,
    CHANGES_ASKED,
    BLOCKED
}
