package org.simpul.launch;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by the clock (RFC 6238), with HMAC-SHA-1 as authenticator apps have it. */
final class Totp {

    /** How long a code is good for. */
    static final Duration STEP = Duration.ofSeconds(30);

    private Totp() {}

    /** The number of the step that an instant falls in, since 1970. */
    static long step(Instant instant) {
        return instant.getEpochSecond() / STEP.toSeconds();
    }

    static Instant begin(long step) {
        return Instant.ofEpochSecond(step * STEP.toSeconds());
    }

    /** @param digits 6 or 8 */
    static String code(byte[] key, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // RFC 4226, section 5.3: the last four bits say which 31 bits count
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format("%0" + digits + "d", number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
