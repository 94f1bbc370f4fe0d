package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import org.simpul.safeguard.KeyedDigest;

/**
 * Secrets of webhooks, made of random bytes under the hub's own key whenever they are needed: none is stored, in the
 * clear or otherwise, and the database without the keyset signs nothing.
 */
@ApplicationScoped
class Secrets {
    private static final String USE = "webhook secrets";
    private static final String PREFIX = "whsec_";
    private static final int SALT_BYTES = 32;

    private final KeyedDigest digest;
    private final SecureRandom random = new SecureRandom();

    Secrets(KeyedDigest digest) {
        this.digest = digest;
    }

    byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** @return 32 bytes */
    byte[] key(WebhookSecret secret) {
        return digest.of(
                USE,
                ByteBuffer.allocate(2 * Long.BYTES + SALT_BYTES)
                        .putLong(secret.id.getMostSignificantBits())
                        .putLong(secret.id.getLeastSignificantBits())
                        .put(secret.salt)
                        .array());
    }

    /** @return as Standard Webhooks writes it, for the eyes of who made it */
    String text(WebhookSecret secret) {
        return PREFIX + Base64.getEncoder().encodeToString(key(secret));
    }
}
