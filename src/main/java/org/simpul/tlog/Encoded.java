package org.simpul.tlog;

import java.util.Base64;

/** Values that have one spelling: the others are refused, or two texts would mean the same checkpoint. */
final class Encoded {
    private Encoded() {}

    /** @throws FormatException if the text is not the padded standard base64 (RFC 4648, section 4) of its bytes */
    static byte[] base64(String text) throws FormatException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new FormatException("not base64");
        }
        if (!base64(bytes).equals(text)) {
            throw new FormatException("not the canonical base64");
        }
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws FormatException unless the text is an ASCII decimal without leading zeros, at most 2^63 - 1 */
    static long decimal(String text) throws FormatException {
        if (!text.matches("0|[1-9][0-9]{0,18}")) {
            throw new FormatException("not a decimal number");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new FormatException("a number that is too large");
        }
    }
}
