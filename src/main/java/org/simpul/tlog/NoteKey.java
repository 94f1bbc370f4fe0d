package org.simpul.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A key that verifies notes, written {@code name+id+base64} (a vkey of C2SP signed-note).
 *
 * @param kind {@link #LOG} or {@link #WITNESS}
 * @param raw the 32 bytes of an Ed25519 key (RFC 8032)
 */
public record NoteKey(String name, byte kind, byte[] raw) {
    /** Signs the text of a note. */
    public static final byte LOG = 1;

    /** Signs a time and a checkpoint (C2SP tlog-cosignature, cosignature/v1). */
    public static final byte WITNESS = 4;

    private static final byte[] SUBJECT_PUBLIC_KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int SIGNATURE_LENGTH = 64;

    public NoteKey {
        if (!isName(name) || kind != LOG && kind != WITNESS || raw.length != 32) {
            throw new IllegalArgumentException("not a key");
        }
    }

    /** @throws FormatException unless the text is a vkey of a kind known here whose id is right */
    public static NoteKey parse(String vkey) throws FormatException {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0])) {
            throw new FormatException("not a verifier key");
        }
        byte[] value = Encoded.base64(parts[2]);
        if (value.length != 33 || value[0] != LOG && value[0] != WITNESS) {
            throw new FormatException("a verifier key of an unknown kind");
        }
        NoteKey key = new NoteKey(parts[0], value[0], Arrays.copyOfRange(value, 1, 33));
        if (!key.toString().equals(vkey)) {
            throw new FormatException("a verifier key whose id is wrong");
        }
        return key;
    }

    /** Not empty, without spaces and without a plus. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints()
                        .noneMatch(c ->
                                Character.isSpaceChar(c) || Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /** The first four bytes of SHA-256 over name, newline, kind and key. */
    public int id() {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(kind);
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    /** Whether this key of a log has signed the note, and no line that says so is wrong. */
    public boolean hasSigned(Note note) {
        byte[] message = note.text().getBytes(StandardCharsets.UTF_8);
        List<Note.Signature> own =
                note.signatures().stream().filter(it -> it.isOf(this)).toList();
        return kind == LOG && !own.isEmpty() && own.stream().allMatch(it -> verifies(message, it.bytes()));
    }

    /** Whether one of these keys has signed the note, and no line of any of them is wrong. */
    static boolean haveSigned(List<NoteKey> keys, Note note) {
        List<NoteKey> named = keys.stream()
                .filter(key -> note.signatures().stream().anyMatch(it -> it.isOf(key)))
                .toList();
        return !named.isEmpty() && named.stream().allMatch(key -> key.hasSigned(note));
    }

    /** When this witness has cosigned the note; none if it has not, or if a line that says so is wrong. */
    public Optional<Instant> cosigned(Note note) {
        List<Note.Signature> own =
                note.signatures().stream().filter(it -> it.isOf(this)).toList();
        if (kind != WITNESS || own.isEmpty() || !own.stream().allMatch(it -> isCosignature(note, it))) {
            return Optional.empty();
        }
        return own.stream()
                .map(it -> Instant.ofEpochSecond(ByteBuffer.wrap(it.bytes()).getLong()))
                .max(Instant::compareTo);
    }

    private boolean isCosignature(Note note, Note.Signature signature) {
        if (signature.bytes().length != Long.BYTES + SIGNATURE_LENGTH) {
            return false;
        }
        ByteBuffer value = ByteBuffer.wrap(signature.bytes());
        long seconds = value.getLong();
        return seconds >= 0
                && seconds <= Instant.MAX.getEpochSecond()
                && verifies(
                        NoteSigner.cosigned(note.text(), seconds),
                        Arrays.copyOfRange(signature.bytes(), Long.BYTES, signature.bytes().length));
    }

    private boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            byte[] encoded = ByteBuffer.allocate(44)
                    .put(SUBJECT_PUBLIC_KEY_INFO)
                    .put(raw)
                    .array();
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        byte[] value = ByteBuffer.allocate(33).put(kind).put(raw).array();
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Encoded.base64(value);
    }
}
