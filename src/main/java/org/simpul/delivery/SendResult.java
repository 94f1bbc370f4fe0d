package org.simpul.delivery;

/** How a try ended, as far as its owner is told: never what a server said. */
public enum SendResult {
    /** 2xx, or taken by the mail server. */
    ACCEPTED,
    /** 3xx: redirects are not followed. */
    REDIRECTED,
    /** 4xx, or refused by the mail server. */
    REFUSED,
    /** 5xx. */
    FAILED,
    /** No connection, no answer in time, or one that breaks off. */
    UNREACHABLE,
    /** The name leads into a private network. */
    PRIVATE_ADDRESS,
    /** The certificate is not trusted, or is another's. */
    UNTRUSTED
}
