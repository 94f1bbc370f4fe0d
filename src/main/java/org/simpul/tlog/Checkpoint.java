package org.simpul.tlog;

import java.util.Arrays;
import java.util.List;

/**
 * What a log says of itself (C2SP tlog-checkpoint).
 *
 * @param origin the log's name, which is also its key's
 * @param size how many leaves it has
 * @param extensions further lines, none of them empty
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** @throws FormatException unless the note's text is a checkpoint */
    public static Checkpoint parse(Note note) throws FormatException {
        String text = note.text();
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < 3 || Arrays.stream(lines).anyMatch(String::isEmpty)) {
            throw new FormatException("not a checkpoint");
        }
        List<String> extensions = List.of(lines).subList(3, lines.length);
        return new Checkpoint(lines[0], Encoded.decimal(lines[1]), Hash.parse(lines[2]), extensions);
    }

    /** The text to sign. */
    public String text() {
        StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    public Note signedBy(NoteSigner signer) {
        return new Note(text(), List.of(signer.sign(text())));
    }
}
