package org.simpul.hold;

import java.util.EnumSet;
import java.util.Set;
import org.simpul.access.ParticipantKind;

/** Who stops what, or asks for it. */
public enum HoldKind {
    /** By the institution itself (UU 8/2010, article 26). */
    POSTPONEMENT(ParticipantKind.REPORTING_ENTITY),
    /** Asked for by the FIU (articles 65 to 67). */
    HALT_REQUEST(ParticipantKind.FIU),
    /** Ordered by an agency in its own letter, which it records (articles 70 and 71). */
    INVESTIGATOR_ORDER(ParticipantKind.LAW_ENFORCEMENT),
    /** An account stays open, and may be watched. */
    KEEP_OPEN(ParticipantKind.FIU, ParticipantKind.LAW_ENFORCEMENT);

    private final Set<ParticipantKind> authors;

    HoldKind(ParticipantKind author, ParticipantKind... others) {
        this.authors = EnumSet.of(author, others);
    }

    boolean isBy(ParticipantKind author) {
        return authors.contains(author);
    }
}
