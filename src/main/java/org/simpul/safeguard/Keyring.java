package org.simpul.safeguard;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The hub's key-encryption keys. They wrap the data keys and nothing else; the primary one wraps, all of them open. Made
 * at start: without a usable keyset the hub does not run.
 */
@Startup
@ApplicationScoped
class Keyring {
    private final SafeguardConfig config;
    private volatile Keys keys;

    Keyring(SafeguardConfig config) {
        this.config = config;
        this.keys = Keys.of(keyset(config));
    }

    /** One state of the keyset. */
    private record Keys(KeysetHandle handle, Aead aead, long primary, Set<Long> ids) {
        static Keys of(KeysetHandle handle) {
            try {
                Set<Long> ids = IntStream.range(0, handle.size())
                        .mapToObj(i -> Integer.toUnsignedLong(handle.getAt(i).getId()))
                        .collect(Collectors.toUnmodifiableSet());
                return new Keys(
                        handle,
                        handle.getPrimitive(RegistryConfiguration.get(), Aead.class),
                        Integer.toUnsignedLong(handle.getPrimary().getId()),
                        ids);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the keyset of simpul.safeguard does not encrypt");
            }
        }
    }

    /**
     * A data key as it is stored.
     *
     * @param kekId id of the key that it is wrapped by
     */
    record Wrapped(byte[] bytes, long kekId) {}

    Wrapped wrap(byte[] key, Place place) {
        Keys now = keys;
        try {
            return new Wrapped(now.aead().encrypt(key, place.bytes()), now.primary());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be wrapped");
        }
    }

    byte[] unwrap(byte[] wrapped, Place place) {
        return open(wrapped, place.bytes());
    }

    /** What was encrypted by the keyset itself, before each subject had a key of its own. */
    byte[] open(byte[] ciphertext, byte[] associatedData) {
        try {
            return keys.aead().decrypt(ciphertext, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it does not open: another keyset, or a row that was changed");
        }
    }

    /** @return id of the key that wraps now */
    long primary() {
        return keys.primary();
    }

    /** @return those of the ids that the keyset lacks */
    Set<Long> missing(Set<Long> ids) {
        Set<Long> held = keys.ids();
        return ids.stream().filter(id -> !held.contains(id)).collect(Collectors.toSet());
    }

    /** @return whether the configured keyset is another one than that in use */
    boolean isChanged() {
        return !Keys.of(keyset(config)).handle().equalsKeyset(keys.handle());
    }

    /**
     * Reads the keyset again. One that is unusable, or lacks a key that something is wrapped by, is not taken.
     *
     * @param needed ids of the keys that something is wrapped by
     * @return whether another keyset is in use now
     * @throws IllegalStateException when the new one is not taken; the present one goes on
     */
    boolean reload(Set<Long> needed) {
        Keys read = Keys.of(keyset(config));
        if (read.handle().equalsKeyset(keys.handle())) {
            return false;
        }
        Set<Long> missing =
                needed.stream().filter(id -> !read.ids().contains(id)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException(lacks(missing));
        }
        keys = read;
        return true;
    }

    static String lacks(Set<Long> ids) {
        return "the keyset of simpul.safeguard lacks key "
                + ids.stream().sorted().toList()
                + ", which data keys are wrapped by: give the old keyset back (docs/operations-keys.md)";
    }

    /** The bytes of the keyset's first key, which digests hung on before they had a secret of their own. */
    byte[] firstKey() {
        if (keys.handle().getAt(0).getKey() instanceof AesGcmKey key) {
            return key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        }
        throw new IllegalStateException("the first key of simpul.safeguard's keyset is not of the type AES-GCM");
    }

    private static KeysetHandle keyset(SafeguardConfig config) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(text(config), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset of simpul.safeguard is not one of Tink's in JSON");
        }
    }

    private static String text(SafeguardConfig config) {
        Optional<String> text = config.keyset();
        Optional<Path> file = config.keysetFile();
        if (text.isPresent() == file.isPresent()) {
            throw new IllegalStateException("set either simpul.safeguard.keyset-file or simpul.safeguard.keyset:"
                    + " protected subjects need a key (docs/operations-keys.md)");
        }
        try {
            return text.isPresent() ? text.get() : Files.readString(file.get());
        } catch (IOException e) {
            throw new IllegalStateException("the file of simpul.safeguard.keyset-file cannot be read", e);
        }
    }
}
