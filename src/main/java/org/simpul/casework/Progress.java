package org.simpul.casework;

import java.util.Collection;

/** How far a recipient is with what it received; follows from its own contributions, and from the FIU's recall. */
public enum Progress {
    DELIVERED,
    ACKNOWLEDGED,
    IN_INVESTIGATION,
    OUTCOME_RECORDED,
    CLOSED,
    /** Seen by the FIU alone: for the recipient it is not there any more. */
    RECALLED;

    static Progress of(Collection<ResponseKind> responses) {
        if (responses.contains(ResponseKind.CLOSURE)) {
            return CLOSED;
        }
        if (responses.contains(ResponseKind.OUTCOME)) {
            return OUTCOME_RECORDED;
        }
        if (responses.contains(ResponseKind.INVESTIGATION)) {
            return IN_INVESTIGATION;
        }
        return responses.contains(ResponseKind.ACKNOWLEDGEMENT) ? ACKNOWLEDGED : DELIVERED;
    }
}
