package org.simpul.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The scheme of <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: HMAC-SHA256 over id, time and body, in
 * base 64 behind {@code v1,}; one for each secret that is live, with a space between.
 */
final class Signature {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** @return the value of the header {@code webhook-signature} */
    static String of(List<byte[]> keys, UUID id, Instant at, String body) {
        String content = id + "." + at.getEpochSecond() + "." + body;
        return keys.stream().map(key -> "v1," + mac(key, content)).collect(Collectors.joining(" "));
    }

    private static String mac(byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
