package org.simpul.tlog;

import java.io.IOException;

/** What was served speaks neither for the log nor against it. */
public final class UndecidedException extends IOException {
    /** Why. */
    public enum Reason {
        /** The log serves an older state than the one that was seen, or one that is older than asked for. */
        STALE,
        /** The log does not go so far yet. */
        PENDING
    }

    private final Reason reason;

    public UndecidedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
