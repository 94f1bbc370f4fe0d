package org.simpul.typology.review;

import org.simpul.access.ParticipantKind;

/** With whose eyes a draft is read. Those of a partner look for what it does to a child; one of them is always needed. */
public enum Perspective {
    CHILD_PROTECTION,
    SURVIVOR_ADVISER,
    /** A colleague at the FIU, who has not written on it, or a supervisor of institutions. */
    ANALYST;

    boolean isOf(ParticipantKind kind) {
        return (this == ANALYST) == (kind != ParticipantKind.PARTNER);
    }
}
