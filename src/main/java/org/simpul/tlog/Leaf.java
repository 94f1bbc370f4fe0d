package org.simpul.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the log keeps of an audit entry: a commitment that says nothing without the entry's nonce. When nonce and payload
 * are destroyed, the entry is erased and the tree stays provable.
 *
 * @param hour when it happened, in whole hours; the exact time is inside of the payload
 * @param commitment HMAC-SHA256 under the nonce over the payload, 32 bytes
 */
public record Leaf(Instant hour, byte[] commitment) {
    /** Version, seconds since 1970, commitment. */
    public static final int LENGTH = 1 + Long.BYTES + Hash.LENGTH;

    /** The length of a nonce in bytes. */
    public static final int NONCE = 32;

    private static final byte VERSION = 1;

    public Leaf {
        if (commitment.length != Hash.LENGTH
                || !hour.truncatedTo(ChronoUnit.HOURS).equals(hour)) {
            throw new IllegalArgumentException("not a leaf");
        }
    }

    /** @param nonce 32 random bytes of this entry alone */
    public static Leaf of(Instant at, byte[] nonce, String payload) {
        if (nonce.length != NONCE) {
            throw new IllegalArgumentException("a nonce that is not of 32 bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(nonce, "HmacSHA256"));
            byte[] commitment = mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
            return new Leaf(at.truncatedTo(ChronoUnit.HOURS), commitment);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws FormatException unless the data are those of a leaf of version 1 */
    public static Leaf parse(byte[] data) throws FormatException {
        if (data.length != LENGTH || data[0] != VERSION) {
            throw new FormatException("not a leaf of version 1");
        }
        long seconds = ByteBuffer.wrap(data, 1, Long.BYTES).getLong();
        if (seconds % 3600 != 0 || seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
            throw new FormatException("a leaf whose time is not a whole hour");
        }
        return new Leaf(Instant.ofEpochSecond(seconds), Arrays.copyOfRange(data, 1 + Long.BYTES, LENGTH));
    }

    public byte[] data() {
        return ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putLong(hour.getEpochSecond())
                .put(commitment)
                .array();
    }

    /** What the log hands out as a receipt. */
    public Hash hash() {
        return Hash.leaf(data());
    }
}
