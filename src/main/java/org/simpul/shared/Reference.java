package org.simpul.shared;

import java.security.SecureRandom;

/** References that people quote: random, so that neither number nor order tells what others did. */
public final class Reference {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Crockford's base 32: no I, L, O, U, which are misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Reference() {}

    /** @return e.g. {@code R-7K3M-9Q2D-X4TB}, 60 random bits behind the prefix */
    public static String random(String prefix) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < 12; i++) {
            if (i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
