package org.simpul.safeguard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a ciphertext stands. It is bound into each (associated data), so that one moved to another table, column, row or
 * owner does not open.
 */
record Place(String table, String column, UUID row, UUID owner) {

    static Place of(SubjectKey key) {
        return key(key.id, key.owner);
    }

    static Place key(UUID id, UUID owner) {
        return new Place("subject_key", "wrapped", id, owner);
    }

    static Place of(ProtectedSubject subject) {
        return details(subject.id, subject.owner);
    }

    static Place details(UUID id, UUID owner) {
        return new Place("protected_subject", "ciphertext", id, owner);
    }

    static Place of(ProtectedCopy copy) {
        return new Place("protected_copy", "ciphertext", copy.id, copy.owner);
    }

    byte[] bytes() {
        byte[] name = (table + "." + column).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 1 + 32)
                .put(name)
                .put((byte) 0)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }
}
