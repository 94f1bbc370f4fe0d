package org.simpul.casework;

import java.util.Collection;

/** How far an agency is with what it received; follows from its own contributions. */
public enum Progress {
    DELIVERED,
    ACKNOWLEDGED,
    OUTCOME_RECORDED;

    static Progress of(Collection<ResponseKind> responses) {
        if (responses.contains(ResponseKind.OUTCOME)) {
            return OUTCOME_RECORDED;
        }
        return responses.contains(ResponseKind.ACKNOWLEDGEMENT) ? ACKNOWLEDGED : DELIVERED;
    }
}
