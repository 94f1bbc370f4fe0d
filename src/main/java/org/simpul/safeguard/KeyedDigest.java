package org.simpul.safeguard;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.subtle.Hkdf;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests of what is so short that a plain digest could be guessed: an account, a name, a request (HMAC-SHA256). The key
 * comes from the first key of the hub's keyset, which stays the first when the keyset is rotated (RFC 5869).
 */
@Startup
@ApplicationScoped
public class KeyedDigest {
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;

    KeyedDigest(SafeguardConfig config) {
        this.secret = firstKey(DetailsCipher.keyset(config));
    }

    /**
     * @param use what the digest is for; digests of two uses can't be compared
     * @return 32 bytes, the same for the same content
     */
    public byte[] of(String use, byte[] content) {
        try {
            byte[] key = Hkdf.computeHkdf(
                    HMAC, secret, new byte[0], ("simpul " + use).getBytes(StandardCharsets.UTF_8), BYTES);
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keyed digest can be made", e);
        }
    }

    private static byte[] firstKey(KeysetHandle keyset) {
        if (keyset.getAt(0).getKey() instanceof AesGcmKey key) {
            return key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        }
        throw new IllegalStateException("the first key of simpul.safeguard's keyset is not of the type AES-GCM");
    }
}
