package org.simpul.hold;

import org.simpul.sharing.Pap;

/** What the institution may, and is to, do with the accounts. */
public enum HoldMeasure {
    STOP_ALL(Pap.GREEN),
    STOP_OUTGOING(Pap.GREEN),
    KEEP_OPEN(Pap.RED),
    KEEP_OPEN_AND_WATCH(Pap.AMBER);

    private final Pap pap;

    HoldMeasure(Pap pap) {
        this.pap = pap;
    }

    Pap pap() {
        return pap;
    }

    boolean suits(HoldKind kind) {
        return (kind == HoldKind.KEEP_OPEN) == (this == KEEP_OPEN || this == KEEP_OPEN_AND_WATCH);
    }
}
