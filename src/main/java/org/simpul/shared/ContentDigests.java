package org.simpul.shared;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** SHA-256 over the canonical JSON (RFC 8785) of what a second person decides on: the same content, the same digest. */
@ApplicationScoped
public class ContentDigests {
    private final ObjectMapper json;

    ContentDigests(ObjectMapper json) {
        this.json = json;
    }

    /** @return lower-case hexadecimal */
    public String of(Object content) {
        try {
            return sha256(new JsonCanonicalizer(json.writeValueAsString(content)).getEncodedUTF8());
        } catch (IOException e) {
            throw new IllegalStateException("what is decided on is always JSON", e);
        }
    }

    /** @return lower-case hexadecimal */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
