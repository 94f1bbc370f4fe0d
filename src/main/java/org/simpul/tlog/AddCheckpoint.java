package org.simpul.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log asks of a witness (C2SP tlog-witness): to cosign this checkpoint, which grows out of the one of the old
 * size by this proof.
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, Note checkpoint) {
    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** @throws FormatException unless the body is an old size, at most 63 hashes, an empty line and a note */
    public static AddCheckpoint parse(byte[] body) throws FormatException {
        Note framed = Note.parse(body);
        String[] parts = framed.text().split("\n\n", 2);
        if (parts.length != 2 || parts[1].isEmpty()) {
            throw new FormatException("a request without a checkpoint");
        }
        String[] lines = parts[0].split("\n", -1);
        if (!lines[0].startsWith("old ") || lines.length - 1 > Proof.MOST) {
            throw new FormatException("a request without an old size, or with too long a proof");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Hash.parse(lines[i]));
        }
        return new AddCheckpoint(
                Encoded.decimal(lines[0].substring(4)), proof, new Note(parts[1], framed.signatures()));
    }

    public String text() {
        StringBuilder text = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
