package org.simpul.tlog;

/** A text or a row of bytes is not what its standard says. The message holds nothing of the text. */
public final class FormatException extends Exception {
    public FormatException(String message) {
        super(message);
    }
}
