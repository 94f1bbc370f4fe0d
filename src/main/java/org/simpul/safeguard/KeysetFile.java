package org.simpul.safeguard;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * Makes and rotates the keyset that wraps the keys of protected subjects: AES-256-GCM, in Tink's JSON form. A step writes
 * a new file and leaves the old one alone, so that none of them can lose a key.
 */
public final class KeysetFile {
    private KeysetFile() {}

    /**
     * Writes a new keyset that its owner alone may read (0600).
     *
     * @param file must not exist: a keyset that is overwritten loses every protected subject
     * @throws java.nio.file.FileAlreadyExistsException when it exists
     */
    public static void create(Path file) throws IOException {
        write(newKeyset(), file);
    }

    /** Adds a key that opens and does not wrap yet: every instance of the hub must know it before one uses it. */
    public static void add(Path from, Path to) throws IOException {
        KeysetHandle keyset = read(from);
        write(
                text(changed(KeysetHandle.newBuilder(keyset)
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                .withRandomId()))),
                to);
    }

    /** Makes the newest key, which stands last, the one that wraps. */
    public static void promote(Path from, Path to) throws IOException {
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder(read(from));
        keyset.getAt(keyset.size() - 1).makePrimary();
        write(text(changed(keyset)), to);
    }

    /** Leaves the primary key alone in the keyset; the hub refuses the result as long as another one wraps something. */
    public static void retire(Path from, Path to) throws IOException {
        KeysetHandle keyset = read(from);
        KeysetHandle.Builder kept = KeysetHandle.newBuilder(keyset);
        int primary = keyset.getPrimary().getId();
        for (int i = keyset.size() - 1; i >= 0; i--) {
            if (keyset.getAt(i).getId() != primary) {
                kept.deleteAt(i);
            }
        }
        write(text(changed(kept)), to);
    }

    private static void write(String keyset, Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            ByteBuffer text = ByteBuffer.wrap(keyset.getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                channel.write(text);
            }
        }
    }

    /** @return the text of a new keyset, in the clear */
    public static String newKeyset() {
        try {
            AeadConfig.register();
            return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keyset can be made", e);
        }
    }

    private static KeysetHandle changed(KeysetHandle.Builder keyset) {
        try {
            return keyset.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset can't be changed", e);
        }
    }

    private static String text(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset can't be written", e);
        }
    }

    private static KeysetHandle read(Path file) throws IOException {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IOException("the file is no keyset of Tink's in JSON");
        }
    }
}
