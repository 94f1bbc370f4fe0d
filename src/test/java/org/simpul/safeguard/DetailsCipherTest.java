package org.simpul.safeguard;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DetailsCipherTest {
    private static final UUID ROW = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID OWNER = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    private static final Place PLACE = Place.details(ROW, OWNER);
    private static final ProtectedDetails DETAILS = new ProtectedDetails(
            "Melati", List.of(new ProtectedValue("BANK_ACCOUNT", "ID:014", "0012345678")), "kelas 5");

    private final Keyring keyring = keyring(KeysetFile.newKeyset());
    private final DetailsCipher cipher = cipher(keyring);
    private final SubjectKey key = key(keyring);

    @Test
    void whatIsEncryptedIsUnreadableAndOpensAgain() {
        byte[] ciphertext = cipher.encrypt(DETAILS, key, PLACE);
        assertFalse(new String(ciphertext, StandardCharsets.ISO_8859_1).contains("Melati"));
        assertEquals(DETAILS, cipher.decrypt(ciphertext, key, PLACE));
    }

    @Test
    void aCiphertextMovedToAnotherTableColumnRowOrOwnerDoesNotOpen() {
        byte[] ciphertext = cipher.encrypt(DETAILS, key, PLACE);
        for (Place other : List.of(
                new Place("protected_copy", "ciphertext", ROW, OWNER),
                new Place("protected_subject", "digest", ROW, OWNER),
                Place.details(OWNER, OWNER),
                Place.details(ROW, ROW))) {
            assertThrows(IllegalStateException.class, () -> cipher.decrypt(ciphertext, key, other));
        }
    }

    @Test
    void eachSubjectsKeyOpensItsOwnDetailsAlone() {
        byte[] ciphertext = cipher.encrypt(DETAILS, key, PLACE);
        SubjectKey anothers = key(keyring);
        assertThrows(IllegalStateException.class, () -> cipher.decrypt(ciphertext, anothers, PLACE));
    }

    @Test
    void aWrappedKeyMovedToAnotherRowDoesNotOpen() {
        byte[] ciphertext = cipher.encrypt(DETAILS, key, PLACE);
        key.id = UUID.randomUUID();
        assertThrows(IllegalStateException.class, () -> cipher.decrypt(ciphertext, key, PLACE));
    }

    @Test
    void anotherKeysetDoesNotOpenIt() {
        byte[] ciphertext = cipher.encrypt(DETAILS, key, PLACE);
        DetailsCipher other = cipher(keyring(KeysetFile.newKeyset()));
        assertThrows(IllegalStateException.class, () -> other.decrypt(ciphertext, key, PLACE));
    }

    @Test
    void aDestroyedKeyOpensNothing() {
        byte[] ciphertext = cipher.encrypt(DETAILS, key, PLACE);
        key.destroy(Instant.EPOCH);
        assertThrows(IllegalStateException.class, () -> cipher.decrypt(ciphertext, key, PLACE));
    }

    @Test
    void aKeysetFileIsForItsOwnerAloneAndIsNeverOverwritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keyset.json");
        KeysetFile.create(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(FileAlreadyExistsException.class, () -> KeysetFile.create(file));
        Keyring fromFile = new Keyring(config(Optional.empty(), Optional.of(file)));
        Keyring fromText = keyring(Files.readString(file));
        assertEquals(fromFile.primary(), fromText.primary());
    }

    @Test
    void aKeysetIsRotatedInThreeStepsOfWhichNoneLosesWhatIsWrapped(@TempDir Path folder) throws IOException {
        Path old = folder.resolve("1.json");
        assertEquals(0, KeysetCommand.run("new", old.toString()));
        Keyring before = new Keyring(config(Optional.empty(), Optional.of(old)));
        byte[] wrapped =
                before.wrap("key".getBytes(StandardCharsets.UTF_8), PLACE).bytes();

        Path added = folder.resolve("2.json");
        assertEquals(0, KeysetCommand.run("add", old.toString(), added.toString()));
        Keyring knows = new Keyring(config(Optional.empty(), Optional.of(added)));
        assertEquals(before.primary(), knows.primary());

        Path promoted = folder.resolve("3.json");
        assertEquals(0, KeysetCommand.run("promote", added.toString(), promoted.toString()));
        Keyring uses = new Keyring(config(Optional.empty(), Optional.of(promoted)));
        assertNotEquals(before.primary(), uses.primary());
        assertArrayEquals("key".getBytes(StandardCharsets.UTF_8), uses.unwrap(wrapped, PLACE));
        // an instance that only knows the new key opens what one wraps that uses it
        byte[] anew = uses.wrap("key".getBytes(StandardCharsets.UTF_8), PLACE).bytes();
        assertArrayEquals("key".getBytes(StandardCharsets.UTF_8), knows.unwrap(anew, PLACE));

        Path retired = folder.resolve("4.json");
        assertEquals(0, KeysetCommand.run("retire", promoted.toString(), retired.toString()));
        Keyring alone = new Keyring(config(Optional.empty(), Optional.of(retired)));
        assertEquals(uses.primary(), alone.primary());
        assertEquals(Set.of(before.primary()), alone.missing(Set.of(before.primary(), uses.primary())));
        assertThrows(IllegalStateException.class, () -> alone.unwrap(wrapped, PLACE));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(retired)));
        assertEquals(1, KeysetCommand.run("retire", promoted.toString(), retired.toString()));
        assertEquals(1, KeysetCommand.run("lose", promoted.toString()));
    }

    @Test
    void theHubRefusesToRunWithoutAUsableKeyset() {
        assertThrows(IllegalStateException.class, () -> new Keyring(config(Optional.empty(), Optional.empty())));
        assertThrows(IllegalStateException.class, () -> new Keyring(config(Optional.of("{}"), Optional.empty())));
        assertThrows(
                IllegalStateException.class,
                () -> new Keyring(config(Optional.of("{}"), Optional.of(Path.of("keyset.json")))));
    }

    @Test
    void theTextFormsTellNothing() {
        String text = DETAILS + " " + DETAILS.identifiers();
        assertFalse(text.contains("Melati") || text.contains("kelas") || text.contains("0012345678"));
    }

    @Test
    void namesAndNumbersAreComparedInOneForm() {
        assertEquals(ComparedValues.name("Dahayu  MAHESWARI"), ComparedValues.name("Maheswari, Dahayu"));
        assertEquals(ComparedValues.name("René Álvarez"), ComparedValues.name("rene alvarez"));
        assertTrue(ComparedValues.name("Ana").isEmpty());
        assertEquals(
                ComparedValues.identifier(new ProtectedValue("PHONE", "", "+62811")),
                ComparedValues.identifier(new ProtectedValue("E_WALLET", "dompetku", "+62811")));
        assertEquals(
                ComparedValues.identifier(new ProtectedValue("BANK_ACCOUNT", "ID:014", "0012345678")),
                ComparedValues.identifier(new ProtectedValue("BANK_ACCOUNT", "ID:009", "12345678")));
        assertNotEquals(
                ComparedValues.identifier(new ProtectedValue("PASSPORT", "ID", "A1")),
                ComparedValues.identifier(new ProtectedValue("PASSPORT", "MY", "A1")));
    }

    private static SubjectKey key(Keyring keyring) {
        SubjectKey key = new SubjectKey();
        key.id = UUID.randomUUID();
        key.owner = OWNER;
        key.wrapped = new DataKeys(keyring).make(key.id, OWNER).bytes();
        return key;
    }

    private static DetailsCipher cipher(Keyring keyring) {
        return new DetailsCipher(keyring, new DataKeys(keyring), new ObjectMapper());
    }

    private static Keyring keyring(String text) {
        return new Keyring(config(Optional.of(text), Optional.empty()));
    }

    private static SafeguardConfig config(Optional<String> keyset, Optional<Path> file) {
        return new SafeguardConfig() {
            @Override
            public Optional<String> keyset() {
                return keyset;
            }

            @Override
            public Optional<Path> keysetFile() {
                return file;
            }

            @Override
            public String rotateEvery() {
                return "off";
            }

            @Override
            public Duration unmaskFor() {
                return Duration.ofMinutes(15);
            }

            @Override
            public Duration unmaskDecideWithin() {
                return Duration.ofHours(24);
            }
        };
    }
}
