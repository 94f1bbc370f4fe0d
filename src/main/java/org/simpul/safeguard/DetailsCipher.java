package org.simpul.safeguard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;

/**
 * Encrypts details with the hub's keyset (authenticated, Tink AEAD). The subject and the owner are bound in, so that a
 * ciphertext moved to another row does not open. Made at start: without a usable keyset the hub does not run.
 */
@Startup
@ApplicationScoped
class DetailsCipher {
    private final Aead aead;
    private final ObjectMapper json;

    DetailsCipher(SafeguardConfig config, ObjectMapper json) {
        this.aead = aead(keyset(config));
        this.json = json;
    }

    byte[] encrypt(ProtectedDetails details, UUID subjectId, UUID owner) {
        try {
            return aead.encrypt(json.writeValueAsBytes(details), row(subjectId, owner));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("protected details cannot be encrypted");
        }
    }

    /** What goes wrong here is not chained: a parser's message may quote what it read. */
    ProtectedDetails decrypt(byte[] ciphertext, UUID subjectId, UUID owner) {
        try {
            return json.readValue(aead.decrypt(ciphertext, row(subjectId, owner)), ProtectedDetails.class);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("protected details do not open: another keyset, or a row that was changed");
        }
    }

    private static byte[] row(UUID subjectId, UUID owner) {
        return ByteBuffer.allocate(32)
                .putLong(subjectId.getMostSignificantBits())
                .putLong(subjectId.getLeastSignificantBits())
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }

    static KeysetHandle keyset(SafeguardConfig config) {
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

    private static Aead aead(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset of simpul.safeguard does not encrypt");
        }
    }
}
