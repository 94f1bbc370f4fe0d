package org.simpul.participant.federation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.simpul.shared.ContentDigests;

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
        return ContentDigests.sha256(bytes);
    }
}
