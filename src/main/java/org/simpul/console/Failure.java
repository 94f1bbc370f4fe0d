package org.simpul.console;

/** What an error page tells; its texts are {@code failure_title_*} and {@code failure_text_*}. */
public enum Failure {
    NOT_SIGNED_IN,
    NOT_ALLOWED,
    NOT_ACTIVE,
    NOT_FOUND,
    NOT_USABLE,
    BROKEN;

    /**
     * @param status HTTP status of the answer
     * @param known whether the hub knows the person and its institution is active
     */
    static Failure of(int status, boolean known) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> known ? NOT_ALLOWED : NOT_ACTIVE;
            case 404 -> NOT_FOUND;
            default -> status < 500 ? NOT_USABLE : BROKEN;
        };
    }
}
