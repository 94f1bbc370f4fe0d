package org.simpul.interop.reading;

import java.util.List;
import org.simpul.referral.RowError;

/** A file that cannot be read on. Tells why, never what stands in it. */
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<RowError> errors;

    /** @param code key of its text under {@code violation.} */
    public FileRefused(String code, List<RowError> errors) {
        super(code, null, false, false);
        this.code = code;
        this.errors = errors;
    }

    public FileRefused(String code) {
        this(code, List.of());
    }

    public String code() {
        return code;
    }

    public List<RowError> errors() {
        return errors;
    }
}
