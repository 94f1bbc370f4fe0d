package org.simpul.identifier.list;

/** A value in JSON on each line. */
public final class Lines {
    /** Of such a file: <a href="https://github.com/ndjson/ndjson-spec">NDJSON</a>. */
    public static final String TYPE = "application/x-ndjson";

    private Lines() {}
}
