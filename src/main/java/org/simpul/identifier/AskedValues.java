package org.simpul.identifier;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
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

    /**
     * Goes on from a digest, for what is too much to be held at once.
     *
     * @param before of what came before; empty for nothing
     * @return 64 hexadecimal digits, the same for the same identifiers in the same batches
     */
    public String digest(String before, List<Identifier> identifiers) {
        return before.isEmpty() ? digest(identifiers) : digest(before + "\n" + digest(identifiers));
    }

    /** @return 64 hexadecimal digits, the same for the same identifiers in the same order */
    public String digest(List<Identifier> identifiers) {
        return digest(identifiers.stream()
                .map(identifier -> identifier.type() + "\n" + identifier.scope() + "\n" + identifier.value())
                .collect(Collectors.joining("\n")));
    }

    /** @return 64 hexadecimal digits, the same for the same name in whatever spelling and order */
    public String digest(PersonName name) {
        return digest("NAME\n\n" + name.text());
    }

    /** @return 32 bytes by which two interests in the same are found; not comparable with the other digests */
    public byte[] interest(Identifier identifier) {
        return interest(identifier.type() + "\n" + identifier.scope() + "\n" + identifier.value());
    }

    /** @return the same for the same name in whatever spelling and order */
    public byte[] interest(PersonName name) {
        return interest("NAME\n\n" + name.text());
    }

    private byte[] interest(String text) {
        return digest.of("interests", text.getBytes(StandardCharsets.UTF_8));
    }

    private String digest(String text) {
        return HexFormat.of().formatHex(digest.of("searched values", text.getBytes(StandardCharsets.UTF_8)));
    }
}
