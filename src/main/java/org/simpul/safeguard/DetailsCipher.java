package org.simpul.safeguard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Encrypts details with a subject's own key (authenticated, Tink AEAD). The place is bound in, so that a ciphertext moved
 * to another row does not open.
 */
@ApplicationScoped
class DetailsCipher {
    private final Keyring keyring;
    private final DataKeys dataKeys;
    private final ObjectMapper json;

    DetailsCipher(Keyring keyring, DataKeys dataKeys, ObjectMapper json) {
        this.keyring = keyring;
        this.dataKeys = dataKeys;
        this.json = json;
    }

    byte[] encrypt(ProtectedDetails details, SubjectKey key, Place place) {
        try {
            return encrypt(json.writeValueAsBytes(details), open(key), place);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("protected details cannot be encrypted");
        }
    }

    static byte[] encrypt(byte[] details, Aead key, Place place) {
        try {
            return key.encrypt(details, place.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("protected details cannot be encrypted");
        }
    }

    /** What goes wrong here is not chained: a parser's message may quote what it read. */
    ProtectedDetails decrypt(byte[] ciphertext, SubjectKey key, Place place) {
        try {
            return read(open(key).decrypt(ciphertext, place.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("protected details do not open: a row that was changed");
        }
    }

    /** The form that details had before each subject had a key of its own. */
    ProtectedDetails decryptOld(byte[] ciphertext, UUID subjectId, UUID owner) {
        return read(openOld(ciphertext, subjectId, owner));
    }

    byte[] openOld(byte[] ciphertext, UUID subjectId, UUID owner) {
        return keyring.open(ciphertext, oldPlace(subjectId, owner));
    }

    static byte[] oldPlace(UUID subjectId, UUID owner) {
        return ByteBuffer.allocate(32)
                .putLong(subjectId.getMostSignificantBits())
                .putLong(subjectId.getLeastSignificantBits())
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }

    private Aead open(SubjectKey key) {
        return dataKeys.open(key.bytes(), key.id, key.owner);
    }

    private ProtectedDetails read(byte[] details) {
        try {
            return json.readValue(details, ProtectedDetails.class);
        } catch (IOException e) {
            throw new IllegalStateException("protected details are not what they were");
        }
    }
}
