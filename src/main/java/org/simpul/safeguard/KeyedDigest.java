package org.simpul.safeguard;

import com.google.crypto.tink.subtle.Hkdf;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests of what is so short that a plain digest could be guessed: an account, a name, a request (HMAC-SHA256). Their
 * secret stands in the database, wrapped by the hub's keyset, and stays the same when that is rotated; each use has a key
 * of its own (RFC 5869).
 */
@Startup
@ApplicationScoped
public class KeyedDigest {
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;

    KeyedDigest(KeyKeeper keeper) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        this.secret = keeper.digestSecret(fresh);
    }

    /**
     * @param use what the digest is for; digests of two uses can't be compared
     * @return 32 bytes, the same for the same content
     */
    public byte[] of(String use, byte[] content) {
        return keyed(use).doFinal(content);
    }

    /**
     * @param use as above
     * @return a digest that content is given to piece by piece, the same in the end as of all of it at once
     */
    public Running running(String use) {
        return new Running(keyed(use));
    }

    private Mac keyed(String use) {
        try {
            byte[] key = Hkdf.computeHkdf(
                    HMAC, secret, new byte[0], ("simpul " + use).getBytes(StandardCharsets.UTF_8), BYTES);
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keyed digest can be made", e);
        }
    }

    /** What is too much to be held at once; for one thread. */
    public static final class Running {
        private final Mac mac;

        private Running(Mac mac) {
            this.mac = mac;
        }

        public void with(byte[] content) {
            mac.update(content);
        }

        /** @return 32 bytes of all that was given up to now; more may be given afterwards */
        public byte[] soFar() {
            try {
                return ((Mac) mac.clone()).doFinal();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("no keyed digest can be made", e);
            }
        }
    }
}
