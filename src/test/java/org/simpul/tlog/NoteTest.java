package org.simpul.tlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The notes of C2SP signed-note; the first key and note are those of Go's package. */
class NoteTest {
    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT
            + "\n"
            + "\u2014 PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private final NoteSigner witness = NoteSigner.of("witness.example/w", NoteKey.WITNESS, TestLog.seed(2));

    @Test
    void theKnownKeySignsTheKnownNote() throws Exception {
        NoteSigner signer = NoteSigner.parse(SECRET);
        assertEquals(NOTE, new Note(TEXT, List.of(signer.sign(TEXT))).toString());
        assertEquals(VKEY, signer.key().toString());
        assertEquals(SECRET, signer.secret());
    }

    @Test
    void theKnownKeyVerifiesTheKnownNote() throws Exception {
        Note note = Note.parse(NOTE.getBytes(StandardCharsets.UTF_8));
        assertEquals(TEXT, note.text());
        assertEquals(NOTE, note.toString());
        assertTrue(NoteKey.parse(VKEY).hasSigned(note));
    }

    @Test
    void aChangedTextIsNotSigned() throws Exception {
        Note note = Note.parse(NOTE.replace("cryptography", "Cryptography"));
        assertFalse(NoteKey.parse(VKEY).hasSigned(note));
    }

    @Test
    void signaturesOfOthersAreIgnored() throws Exception {
        NoteSigner other = NoteSigner.generate("other.example", NoteKey.LOG);
        Note note = Note.parse(NOTE).with(other.sign(TEXT));
        assertTrue(NoteKey.parse(VKEY).hasSigned(Note.parse(note.toString())));
        assertFalse(NoteSigner.generate("other.example", NoteKey.LOG).key().hasSigned(note));
    }

    @Test
    void oneWrongLineOfAKnownKeySpoilsTheNote() throws Exception {
        Note note = Note.parse(NOTE);
        Note.Signature good = note.signatures().get(0);
        byte[] wrong = good.bytes();
        wrong[0] ^= 1;
        Note both = Note.parse(NOTE).with(new Note.Signature(good.name(), good.keyId(), wrong));
        assertFalse(NoteKey.parse(VKEY).hasSigned(both));
    }

    @Test
    void aNoteWithoutTheKeysLineIsNotSigned() throws Exception {
        Note note = new Note(TEXT, List.of(NoteSigner.generate("b", NoteKey.LOG).sign(TEXT)));
        assertFalse(NoteKey.parse(VKEY).hasSigned(note));
    }

    @Test
    void everySeedHasThePublicKeyThatItsSignaturesVerifyWith() {
        for (int i = 0; i < 64; i++) {
            NoteSigner signer = NoteSigner.of("log", NoteKey.LOG, TestLog.seed(i));
            assertTrue(signer.key().hasSigned(new Note(TEXT, List.of(signer.sign(TEXT)))));
        }
    }

    @Test
    void generatedKeysDifferAndSurviveTheirText() throws Exception {
        NoteSigner one = NoteSigner.generate("log", NoteKey.LOG);
        assertFalse(one.secret().equals(NoteSigner.generate("log", NoteKey.LOG).secret()));
        assertEquals(one.key().toString(), NoteSigner.parse(one.secret()).key().toString());
        assertArrayEquals(one.key().raw(), NoteKey.parse(one.key().toString()).raw());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\nno signature\n",
                "text\n\n\u2014 name AAAAAAA=\nmore",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "text\n\n\u2014  AAAAAAAA\n",
                "text\n\n- name AAAAAAAA\n",
                "text\u0001\n\n\u2014 name AAAAAAAA\n",
                "text\r\n\n\u2014 name AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAB= \n",
                "text\n\n\u2014 name AAAAAAAA\n\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThrows(FormatException.class, () -> Note.parse(text));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThrows(FormatException.class, () -> Note.parse(new byte[] {(byte) 0xff, '\n'}));
    }

    @Test
    void aHundredAndOneSignaturesAreTooMany() {
        String line = "\u2014 name AAAAAAAA\n";
        assertThrows(FormatException.class, () -> Note.parse("text\n\n" + line.repeat(101)));
    }

    @Test
    void aTextMayHoldEmptyLines() throws Exception {
        Note note = Note.parse("a\n\nb\n\n\u2014 name AAAAAAAA\n");
        assertEquals("a\n\nb\n", note.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc",
                "PeterNeumann+c74f20a3",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                ""
            })
    void aKeyWhoseIdNameKindOrLengthIsWrongIsRefused(String vkey) {
        assertThrows(FormatException.class, () -> NoteKey.parse(vkey));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEK",
                "PRIVATE+KEY+PeterNeumann",
                "PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
            })
    void aSigningKeyThatIsDamagedIsRefused(String secret) {
        assertThrows(FormatException.class, () -> NoteSigner.parse(secret));
    }

    @Test
    void aCosignatureTellsItsTime() throws Exception {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        Note note = new Note(TEXT, List.of(witness.cosign(TEXT, at)));
        assertEquals(Optional.of(at), witness.key().cosigned(Note.parse(note.toString())));
    }

    @Test
    void aCosignatureIsTimeAndSignatureOf72Bytes() {
        Note.Signature signature = witness.cosign(TEXT, Instant.ofEpochSecond(0x0102030405L));
        assertEquals(72, signature.bytes().length);
        assertArrayEquals(new byte[] {0, 0, 0, 1, 2, 3, 4, 5}, java.util.Arrays.copyOf(signature.bytes(), 8));
    }

    @Test
    void aCosignatureWithAnotherTimeFails() {
        Note.Signature signature = witness.cosign(TEXT, Instant.ofEpochSecond(1000));
        byte[] later = signature.bytes();
        later[7]++;
        Note note = new Note(TEXT, List.of(new Note.Signature(signature.name(), signature.keyId(), later)));
        assertEquals(Optional.empty(), witness.key().cosigned(note));
    }

    @Test
    void aCosignatureOfAnotherTextOrLengthFails() {
        Note.Signature other = witness.cosign("other\n", Instant.EPOCH);
        assertEquals(Optional.empty(), witness.key().cosigned(new Note(TEXT, List.of(other))));
        Note.Signature cut = new Note.Signature(other.name(), other.keyId(), new byte[64]);
        assertEquals(Optional.empty(), witness.key().cosigned(new Note(TEXT, List.of(cut))));
    }

    @Test
    void aKeyOfALogIsNoWitnessAndTheOtherWayRound() {
        NoteSigner log = NoteSigner.of("witness.example/w", NoteKey.LOG, TestLog.seed(2));
        assertFalse(log.key().id() == witness.key().id());
        assertThrows(IllegalStateException.class, () -> log.cosign(TEXT, Instant.EPOCH));
        assertThrows(IllegalStateException.class, () -> witness.sign(TEXT));
    }
}
