package org.simpul.shared;

import java.util.Locale;

/** The kinds of problem an answer can tell (RFC 9457); their texts are in {@code problems_*.properties}. */
public enum ProblemType {
    MALFORMED(400),
    INVALID(400),
    PURPOSE_REQUIRED(400),
    UNAUTHENTICATED(401),
    STEP_UP_REQUIRED(401),
    FORBIDDEN(403),
    PARTICIPANT_NOT_ACTIVE(403),
    IDENTITY_NOT_USABLE(403),
    ROLE_NOT_ALLOWED(403),
    MATTER_NOT_LIVE(403),
    SAME_PERSON(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    STATE_CONFLICT(409),
    VERSION_CHANGED(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INCOMPLETE(422),
    IDEMPOTENCY_KEY_REUSED(422),
    VERSION_REQUIRED(428),
    BUSY(429),
    QUOTA_USED(429),
    INTERNAL(500),
    UNAVAILABLE(503),
    NOT_WITNESSED(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** @return the HTTP status */
    public int status() {
        return status;
    }

    /** @return the last part of the type URI and the key of its texts, e.g. {@code not-found} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
