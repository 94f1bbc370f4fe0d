package org.simpul.launch;

/** Something that the person at the terminal can put right: the message says what and how, and is all that is shown. */
final class LaunchFailure extends RuntimeException {

    LaunchFailure(String message) {
        super(message);
    }

    LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
