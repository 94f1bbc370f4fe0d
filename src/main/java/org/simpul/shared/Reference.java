package org.simpul.shared;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** References that people quote: random, so that neither number nor order tells what others did. */
public final class Reference {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Crockford's base 32: no I, L, O, U, which are misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CHARACTERS = 12;

    private Reference() {}

    /** @return e.g. {@code R-7K3M-9Q2D-X4TB}, 60 random bits behind the prefix */
    public static String random(String prefix) {
        byte[] bytes = new byte[CHARACTERS];
        RANDOM.nextBytes(bytes);
        return of(prefix, bytes);
    }

    /**
     * @param bytes 12 or more, each as good as random
     * @return the same reference for the same bytes
     */
    public static String of(String prefix, byte[] bytes) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < CHARACTERS; i++) {
            if (i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return text.toString();
    }

    /** @return what references with a prefix look like, wherever they stand in a text */
    public static Pattern pattern(String prefix) {
        return Pattern.compile(Pattern.quote(prefix) + "(?:-[" + ALPHABET + "]{4}){3}");
    }
}
