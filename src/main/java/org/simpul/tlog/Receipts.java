package org.simpul.tlog;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a member was handed: one {@code Audit-Leaf} per line, and behind a space when that was (RFC 3339), if it is known.
 *
 * @param leaves each hash and its time; {@link Instant#MIN} for none
 */
public record Receipts(Map<Hash, Instant> leaves) {
    /** @throws FormatException with the number of the line that is wrong */
    public static Receipts parse(String text) throws FormatException {
        Map<Hash, Instant> leaves = new LinkedHashMap<>();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" ", 2);
            try {
                Instant at = parts.length == 1 ? Instant.MIN : Instant.parse(parts[1].strip());
                leaves.merge(Hash.parse(parts[0]), at, (a, b) -> a.isBefore(b) ? a : b);
            } catch (FormatException | DateTimeParseException e) {
                throw new FormatException("line " + (i + 1) + ": not a receipt");
            }
        }
        return new Receipts(leaves);
    }
}
