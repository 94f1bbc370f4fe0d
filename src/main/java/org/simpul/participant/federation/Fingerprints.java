package org.simpul.participant.federation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal, as an agreement has it. */
public final class Fingerprints {
    private Fingerprints() {}

    public static String of(String document) {
        return of(document.getBytes(StandardCharsets.UTF_8));
    }

    /** @param base64 a certificate (DER) in Base64 */
    public static String ofCertificate(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
