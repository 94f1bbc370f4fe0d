package org.simpul.identifier.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over one change, row by row as they come: a digest of any number of rows in the memory of one. */
final class ChangeDigest {
    private final MessageDigest sha256;

    ChangeDigest(Operation operation) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        sha256.update(operation.name().getBytes(StandardCharsets.UTF_8));
    }

    ChangeDigest with(List<EntryRow> rows) {
        rows.forEach(row -> sha256.update(row.bytes()));
        return this;
    }

    /** @return lower-case hexadecimal; nothing can be added any more */
    String text() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
