package org.simpul.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What no text may hold (R2): pictures and films in any dress, and characters that no database or screen takes. The
 * hub passes on what is known about abuse, never the material itself.
 */
public final class FreeText {
    static final int MAX_LENGTH = 20_000;
    /** Characters of base 64 in one run; a page of prose has spaces long before. */
    static final int MAX_RUN = 1_024;
    /** MIME (RFC 2045) breaks lines at 76; a list of account numbers has shorter ones, and is no run. */
    private static final int SHORTEST_WRAPPED_LINE = 48;

    /** RFC 2397. */
    private static final Pattern DATA_URI = Pattern.compile(
            "data:\\s*(?:[a-z]+/[a-z0-9.+-]+\\s*)?(?:;[^,;\\s]{1,100}\\s*)*,", Pattern.CASE_INSENSITIVE);

    private static final Pattern ESCAPED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final int HEXADECIMAL = 16;

    private FreeText() {}

    /** @return the code of the violation; empty for a text that may pass */
    public static Optional<String> refusal(String text) {
        if (text.length() > MAX_LENGTH) {
            // told first, but media stays media at any length
            return Optional.of(isMedia(text) ? "no_media" : "too_long");
        }
        if (isMedia(text)) {
            return Optional.of("no_media");
        }
        return isReadable(text) ? Optional.empty() : Optional.of("unreadable_character");
    }

    private static boolean isMedia(String text) {
        return hasLongRun(text)
                || DATA_URI.matcher(text).find()
                || FileSignatures.areIn(text)
                || text.indexOf('%') >= 0 && isMediaUnescaped(text);
    }

    /** The same behind the escapes of an address (RFC 3986). */
    private static boolean isMediaUnescaped(String text) {
        String plain = ESCAPED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), HEXADECIMAL))));
        return hasLongRun(plain) || DATA_URI.matcher(plain).find();
    }

    private static boolean hasLongRun(String text) {
        int run = 0;
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBase64(c)) {
                run++;
                line++;
                if (run > MAX_RUN) {
                    return true;
                }
            } else if (c == '\n' || c == '\r') {
                run = line == 0 || line >= SHORTEST_WRAPPED_LINE ? run : 0;
                line = 0;
            } else {
                run = 0;
                line = 0;
            }
        }
        return false;
    }

    /** RFC 4648, both alphabets, and hexadecimal with them. */
    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_'
                || c == '=';
    }

    /** No control character but tab and line end, no half of a surrogate pair. */
    private static boolean isReadable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c) || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Also what turns the direction of writing: it shows a text as another one (CVE-2021-42574). */
    private static boolean isControl(char c) {
        boolean turns = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
        return turns || Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    }
}
