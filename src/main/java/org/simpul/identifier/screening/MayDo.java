package org.simpul.identifier.screening;

import org.simpul.sharing.Pap;

/** What one may do with a hit: the list's PAP label in words. A hit is never proof. */
public enum MayDo {
    /** No contact, no action on the account. */
    LOOK_ONLY,
    /** Enhanced monitoring. */
    MONITOR,
    /** The account may be restricted, under one's own rules. */
    RESTRICT,
    /** No limit beyond the law. */
    ANYTHING;

    static MayDo of(Pap pap) {
        return switch (pap) {
            case RED -> LOOK_ONLY;
            case AMBER -> MONITOR;
            case GREEN -> RESTRICT;
            case CLEAR -> ANYTHING;
        };
    }
}
