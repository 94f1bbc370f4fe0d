package org.simpul.tlog;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the hub told another host of its entries while it wrote them: one per line, its time (RFC 3339), its id, the
 * request's id and its leaf (base64). One whose transaction was rolled back is told as well.
 *
 * @param entries each entry's time and leaf
 */
record Written(Map<UUID, Entry> entries) {
    /** When it was written, and its leaf. */
    record Entry(Instant at, Hash leaf) {}

    /** @throws FormatException with the number of the line that is wrong */
    static Written parse(String text) throws FormatException {
        Map<UUID, Entry> entries = new HashMap<>();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                continue;
            }
            String[] words = lines[i].split(" ", -1);
            try {
                if (words.length != 4) {
                    throw new FormatException("not four words");
                }
                entries.put(UUID.fromString(words[1]), new Entry(Instant.parse(words[0]), Hash.parse(words[3])));
            } catch (FormatException | DateTimeParseException | IllegalArgumentException e) {
                throw new FormatException("line " + (i + 1) + ": not an entry that the hub wrote");
            }
        }
        return new Written(entries);
    }
}
