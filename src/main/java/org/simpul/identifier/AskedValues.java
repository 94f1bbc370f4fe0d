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
    private static final String USE = "searched values";

    private final KeyedDigest digest;

    AskedValues(KeyedDigest digest) {
        this.digest = digest;
    }

    /** @return 64 hexadecimal digits, the same for the same identifier */
    public String digest(Identifier identifier) {
        return digest(text(identifier));
    }

    /** @return 64 hexadecimal digits, the same for the same identifiers in the same order */
    public String digest(List<Identifier> identifiers) {
        return digest(identifiers.stream().map(AskedValues::text).collect(Collectors.joining("\n")));
    }

    /** @return a digest for what is too much to be held at once */
    public Running running() {
        return new Running(digest.running(USE));
    }

    /** Goes over identifiers in their order, whatever portions they come in; for one thread. */
    public static final class Running {
        private final KeyedDigest.Running digest;
        private boolean begun;

        private Running(KeyedDigest.Running digest) {
            this.digest = digest;
        }

        /** @return 64 hexadecimal digits, those that {@link AskedValues#digest(List)} has of all identifiers up to now */
        public String with(List<Identifier> identifiers) {
            for (Identifier identifier : identifiers) {
                digest.with(((begun ? "\n" : "") + text(identifier)).getBytes(StandardCharsets.UTF_8));
                begun = true;
            }
            return HexFormat.of().formatHex(digest.soFar());
        }
    }

    /** @return 64 hexadecimal digits, the same for the same name in whatever spelling and order */
    public String digest(PersonName name) {
        return digest("NAME\n\n" + name.text());
    }

    /** @return 32 bytes by which two interests in the same are found; not comparable with the other digests */
    public byte[] interest(Identifier identifier) {
        return interest(text(identifier));
    }

    /** @return the same for the same name in whatever spelling and order */
    public byte[] interest(PersonName name) {
        return interest("NAME\n\n" + name.text());
    }

    private byte[] interest(String text) {
        return digest.of("interests", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Identifier identifier) {
        return identifier.type() + "\n" + identifier.scope() + "\n" + identifier.value();
    }

    private String digest(String text) {
        return HexFormat.of().formatHex(digest.of(USE, text.getBytes(StandardCharsets.UTF_8)));
    }
}
