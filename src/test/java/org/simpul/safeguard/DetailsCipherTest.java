package org.simpul.safeguard;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DetailsCipherTest {
    private static final UUID SUBJECT = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID OWNER = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    private static final ProtectedDetails DETAILS = new ProtectedDetails(
            "Melati", List.of(new ProtectedValue("BANK_ACCOUNT", "ID:014", "0012345678")), "kelas 5");

    private final DetailsCipher cipher = cipher(Optional.of(KeysetFile.newKeyset()), Optional.empty());

    @Test
    void whatIsEncryptedIsUnreadableAndOpensAgain() {
        byte[] ciphertext = cipher.encrypt(DETAILS, SUBJECT, OWNER);
        assertFalse(new String(ciphertext, StandardCharsets.ISO_8859_1).contains("Melati"));
        assertEquals(DETAILS, cipher.decrypt(ciphertext, SUBJECT, OWNER));
    }

    @Test
    void aCiphertextMovedToAnotherSubjectOrOwnerDoesNotOpen() {
        byte[] ciphertext = cipher.encrypt(DETAILS, SUBJECT, OWNER);
        assertThrows(IllegalStateException.class, () -> cipher.decrypt(ciphertext, OWNER, OWNER));
        assertThrows(IllegalStateException.class, () -> cipher.decrypt(ciphertext, SUBJECT, SUBJECT));
    }

    @Test
    void anotherKeysetDoesNotOpenIt() {
        byte[] ciphertext = cipher.encrypt(DETAILS, SUBJECT, OWNER);
        DetailsCipher other = cipher(Optional.of(KeysetFile.newKeyset()), Optional.empty());
        assertThrows(IllegalStateException.class, () -> other.decrypt(ciphertext, SUBJECT, OWNER));
    }

    @Test
    void aKeysetFileIsForItsOwnerAloneAndIsNeverOverwritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keyset.json");
        KeysetFile.create(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(FileAlreadyExistsException.class, () -> KeysetFile.create(file));
        DetailsCipher fromFile = cipher(Optional.empty(), Optional.of(file));
        DetailsCipher fromText = cipher(Optional.of(Files.readString(file)), Optional.empty());
        assertEquals(DETAILS, fromText.decrypt(fromFile.encrypt(DETAILS, SUBJECT, OWNER), SUBJECT, OWNER));
    }

    @Test
    void theHubRefusesToRunWithoutAUsableKeyset() {
        assertThrows(IllegalStateException.class, () -> cipher(Optional.empty(), Optional.empty()));
        assertThrows(IllegalStateException.class, () -> cipher(Optional.of("{}"), Optional.empty()));
        assertThrows(IllegalStateException.class, () -> cipher(Optional.of("{}"), Optional.of(Path.of("keyset.json"))));
    }

    @Test
    void theTextFormsTellNothing() {
        String text = DETAILS + " " + DETAILS.identifiers();
        assertFalse(text.contains("Melati") || text.contains("kelas") || text.contains("0012345678"));
    }

    private static DetailsCipher cipher(Optional<String> keyset, Optional<Path> file) {
        return new DetailsCipher(
                new SafeguardConfig() {
                    @Override
                    public Optional<String> keyset() {
                        return keyset;
                    }

                    @Override
                    public Optional<Path> keysetFile() {
                        return file;
                    }
                },
                new ObjectMapper());
    }
}
