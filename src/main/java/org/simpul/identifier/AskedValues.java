package org.simpul.identifier;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.simpul.safeguard.KeyedDigest;

/** Puts what was asked by value into the audit: to be proved by whoever has the hub's key, and guessed by nobody else. */
@ApplicationScoped
public class AskedValues {
    private final KeyedDigest digest;

    AskedValues(KeyedDigest digest) {
        this.digest = digest;
    }

    /** @return 64 hexadecimal digits, the same for the same identifier */
    public String digest(Identifier identifier) {
        return digest(identifier.type() + "\n" + identifier.scope() + "\n" + identifier.value());
    }

    /** @return 64 hexadecimal digits, the same for the same name in whatever spelling and order */
    public String digest(PersonName name) {
        return digest("NAME\n\n" + name.text());
    }

    private String digest(String text) {
        return HexFormat.of().formatHex(digest.of("searched values", text.getBytes(StandardCharsets.UTF_8)));
    }
}
