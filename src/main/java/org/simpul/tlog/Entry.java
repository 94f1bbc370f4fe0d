package org.simpul.tlog;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An opened entry, as whoever may read it gets it: four lines, {@code index}, {@code time}, {@code nonce} (base64) and
 * {@code payload} (the canonical JSON of RFC 8785, which has no newline).
 *
 * @param time that of the payload, or its hour, which is all of it that the log holds
 */
public record Entry(long index, Instant time, byte[] nonce, String payload) {
    private static final String[] NAMES = {"index ", "time ", "nonce ", "payload "};

    /** The member, any other text, or a bracket. */
    private static final Pattern TOKEN =
            Pattern.compile("\"at\":\"([^\"\\\\]*)\"|\"(?:[^\"\\\\]++|\\\\.)*+\"|[{}\\[\\]]");

    /** @throws FormatException unless the text has these four lines and no other */
    public static Entry parse(String text) throws FormatException {
        String[] lines = text.split("\n", -1);
        if (lines.length != 5 || !lines[4].isEmpty()) {
            throw new FormatException("not an entry of four lines");
        }
        String[] values = new String[NAMES.length];
        for (int i = 0; i < NAMES.length; i++) {
            if (!lines[i].startsWith(NAMES[i])) {
                throw new FormatException("an entry without its line of " + NAMES[i].strip());
            }
            values[i] = lines[i].substring(NAMES[i].length());
        }
        byte[] nonce = Encoded.base64(values[2]);
        if (nonce.length != Leaf.NONCE) {
            throw new FormatException("a nonce that is not of 32 bytes");
        }
        try {
            Instant time = Instant.parse(values[1]);
            if (!time.equals(time.truncatedTo(ChronoUnit.HOURS)) && !time.equals(Instant.parse(at(values[3])))) {
                throw new FormatException("an entry whose time is not that of its payload");
            }
            return new Entry(Encoded.decimal(values[0]), time, nonce, values[3]);
        } catch (DateTimeParseException e) {
            throw new FormatException("an entry whose time is not one");
        }
    }

    /** The payload's own member {@code at}, none of an object inside of it; empty if it has none. */
    private static String at(String payload) {
        int depth = 0;
        Matcher token = TOKEN.matcher(payload);
        while (token.find()) {
            switch (token.group().charAt(0)) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    if (depth == 1 && token.group(1) != null) {
                        return token.group(1);
                    }
                }
            }
        }
        return "";
    }

    public String text() {
        return "index " + index + "\ntime " + time + "\nnonce " + Encoded.base64(nonce) + "\npayload " + payload + "\n";
    }

    public Leaf leaf() {
        return Leaf.of(time, nonce, payload);
    }
}
