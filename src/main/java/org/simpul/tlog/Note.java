package org.simpul.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text with signatures below it (C2SP signed-note).
 *
 * @param text ends in a newline; that is what the signatures are over
 */
public record Note(String text, List<Signature> signatures) {
    /** More than that nobody signs. */
    private static final int MOST_SIGNATURES = 100;

    private static final String DASH = "\u2014 ";

    /**
     * One line of signature.
     *
     * @param keyId the first four bytes of the key's digest, big-endian
     * @param bytes what follows them; its form is the key's matter
     */
    public record Signature(String name, int keyId, byte[] bytes) {
        /** @throws FormatException unless the line, without its newline, is one of a signature */
        public static Signature parse(String line) throws FormatException {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !line.startsWith(DASH)) {
                throw new FormatException("not a line of signature");
            }
            byte[] value = Encoded.base64(parts[2]);
            if (!NoteKey.isName(parts[1]) || value.length < 5) {
                throw new FormatException("not a signature");
            }
            return new Signature(parts[1], ByteBuffer.wrap(value).getInt(), Arrays.copyOfRange(value, 4, value.length));
        }

        /** The line with its newline. */
        public String line() {
            byte[] value = ByteBuffer.allocate(4 + bytes.length)
                    .putInt(keyId)
                    .put(bytes)
                    .array();
            return DASH + name + " " + Encoded.base64(value) + "\n";
        }

        boolean isOf(NoteKey key) {
            return keyId == key.id() && name.equals(key.name());
        }
    }

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** @throws FormatException unless the bytes are UTF-8 without control characters, and a note */
    public static Note parse(byte[] bytes) throws FormatException {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new FormatException("not UTF-8");
        }
    }

    public static Note parse(String note) throws FormatException {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < 0x20 && c != '\n' || c == 0x7f)) {
            throw new FormatException("not a signed note");
        }
        String below = note.substring(end + 2);
        if (below.isEmpty()) {
            throw new FormatException("a note without signatures");
        }
        String[] lines = below.substring(0, below.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new FormatException("too many signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(Signature.parse(line));
        }
        return new Note(note.substring(0, end + 1), signatures);
    }

    /** The same text with one more signature, below the others. */
    public Note with(Signature signature) {
        return new Note(
                text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    /** The same text with one line for each of these keys that has any. */
    Note onlyOf(List<NoteKey> keys) {
        return new Note(
                text,
                keys.stream()
                        .flatMap(key ->
                                signatures.stream().filter(it -> it.isOf(key)).limit(1))
                        .toList());
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
