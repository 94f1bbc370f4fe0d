package org.simpul.shared;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param size rows, 1 to 200
 * @param before rows with an id below this one; the highest id there is for the first page
 */
public record PageRequest(int size, UUID before) {
    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;
    private static final UUID FIRST = new UUID(-1L, -1L);
    private static final UUID LOWEST = new UUID(0, 0);

    /**
     * @param size the query parameter {@code page_size}, null for the default
     * @param token the query parameter {@code page_token}, null for the first page
     * @throws Problem INVALID when one of them is not usable
     */
    public static PageRequest of(@Nullable Integer size, @Nullable String token) {
        int rows = size == null ? DEFAULT_SIZE : size;
        if (rows < 1 || rows > MAX_SIZE) {
            throw Problem.invalid("page_size", "out_of_range");
        }
        return new PageRequest(rows, token == null ? FIRST : parse(token));
    }

    /** @return rows with an id above this one, for a list that reads from its oldest row on; the lowest id at first */
    public UUID after() {
        return isFirst() ? LOWEST : before;
    }

    public boolean isFirst() {
        return before.equals(FIRST);
    }

    /** @return the token of the page behind a row */
    public static String token(UUID last) {
        ByteBuffer bytes = ByteBuffer.allocate(16).putLong(last.getMostSignificantBits());
        bytes.putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static UUID parse(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != 16) {
                throw Problem.invalid("page_token", "unusable");
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("page_token", "unusable");
        }
    }
}
