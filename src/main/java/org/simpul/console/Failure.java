package org.simpul.console;

import org.jspecify.annotations.Nullable;
import org.simpul.shared.ProblemType;

/** What an error page tells; its texts are {@code failure_title_*} and {@code failure_text_*}. */
public enum Failure {
    NOT_SIGNED_IN,
    NOT_ALLOWED,
    NOT_ACTIVE,
    IDENTITY_NOT_USABLE,
    ROLE_NOT_ALLOWED,
    NOT_FOUND,
    NOT_USABLE,
    BROKEN;

    /**
     * @param status HTTP status of the answer
     * @param refusal why the hub makes no caller of who signed in; null for a caller
     */
    static Failure of(int status, @Nullable ProblemType refusal) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> refusal == null ? NOT_ALLOWED : of(refusal);
            case 404 -> NOT_FOUND;
            default -> status < 500 ? NOT_USABLE : BROKEN;
        };
    }

    private static Failure of(ProblemType refusal) {
        return switch (refusal) {
            case IDENTITY_NOT_USABLE -> IDENTITY_NOT_USABLE;
            case ROLE_NOT_ALLOWED -> ROLE_NOT_ALLOWED;
            default -> NOT_ACTIVE;
        };
    }
}
