package org.simpul.retention;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One digest over the ids of what was purged, in their order: {@code h(0)} is 32 zero bytes, and {@code h(n) = SHA-256(h(n-1)
 * || id(n))} over the 16 bytes of each id. It does not depend on portions, so that an interrupted purge comes to the same
 * one, and whoever holds the ids can compute it.
 */
final class IdChain {
    static final String START = "0".repeat(64);

    private final MessageDigest sha256;
    private byte[] last;

    /** @param last where to go on, lower-case hexadecimal */
    IdChain(String last) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        this.last = HexFormat.of().parseHex(last);
    }

    void add(UUID id) {
        sha256.update(last);
        last = sha256.digest(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** @return lower-case hexadecimal */
    String hex() {
        return HexFormat.of().formatHex(last);
    }
}
