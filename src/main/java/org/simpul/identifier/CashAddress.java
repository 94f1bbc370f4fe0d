package org.simpul.identifier;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.CHECKSUM;
import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.SCOPE_MISMATCH;

/**
 * Addresses of Bitcoin Cash by its CashAddr specification: a prefix that may be left out, a version byte and a hash in
 * groups of five bits, and eight groups of checksum.
 */
final class CashAddress {
    private static final String PREFIX = "bitcoincash";
    /** With a prefix, or with the first letter of a key or a script, plain or able to take tokens. */
    private static final Pattern WRITTEN = Pattern.compile("(?i).*:.*|[qpzr].*");

    private static final long[] GENERATOR = {0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L};
    private static final int GROUP = 5;
    private static final int CHECKSUM_GROUPS = 8;
    /** With prefix, and the longest hash that there may ever be. */
    private static final int LONGEST = 124;

    private static final int KEY = 0;
    private static final int SCRIPT = 1;
    /** A wallet that shows it takes tokens as well; the key or script is the same. */
    private static final int TAKES_TOKENS = 2;

    private static final int LONG_HASH_BYTES = 32;
    private static final int SIZE_OF_LONG_HASH = 3;
    private static final int HASH_BYTES = 20;

    private CashAddress() {}

    /** Whether it is meant as such, and not as an older address in Base58. */
    static boolean is(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** In lower case, without prefix, and as one that need not take tokens. */
    static String canonical(String text) {
        String address = text.toLowerCase(Locale.ROOT);
        boolean mixedCase = !text.equals(address) && !text.equals(text.toUpperCase(Locale.ROOT));
        int colon = address.indexOf(':');
        String prefix = colon < 0 ? PREFIX : address.substring(0, colon);
        int[] groups = Bech32.values(address.substring(colon + 1));
        if (mixedCase || address.length() > LONGEST || groups.length <= CHECKSUM_GROUPS) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        if (polymod(prefix, groups) != 0) {
            throw new InvalidIdentifierException(CHECKSUM);
        }
        if (!prefix.equals(PREFIX)) {
            throw new InvalidIdentifierException(SCOPE_MISMATCH);
        }
        byte[] payload = bytes(Arrays.copyOf(groups, groups.length - CHECKSUM_GROUPS));
        int kind = payload[0] >> 3;
        int size = payload[0] & 7;
        int hashBytes = payload.length - 1;
        boolean script = (kind & SCRIPT) == SCRIPT;
        boolean sized = size == 0 && hashBytes == HASH_BYTES
                || size == SIZE_OF_LONG_HASH && hashBytes == LONG_HASH_BYTES && script;
        if (kind < KEY || kind > (TAKES_TOKENS | SCRIPT) || !sized) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return of(script, Arrays.copyOfRange(payload, 1, payload.length));
    }

    /** @param hash of a key or a script: 20 bytes, of a script also 32 */
    static String of(boolean script, byte[] hash) {
        byte[] payload = new byte[1 + hash.length];
        payload[0] = (byte) ((script ? SCRIPT : KEY) << 3 | (hash.length == LONG_HASH_BYTES ? SIZE_OF_LONG_HASH : 0));
        System.arraycopy(hash, 0, payload, 1, hash.length);
        int[] data = groups(payload);
        int[] groups = Arrays.copyOf(data, data.length + CHECKSUM_GROUPS);
        long checksum = polymod(PREFIX, groups);
        for (int i = 0; i < CHECKSUM_GROUPS; i++) {
            groups[data.length + i] = (int) (checksum >> GROUP * (CHECKSUM_GROUPS - 1 - i) & 31);
        }
        return Bech32.text(groups);
    }

    private static long polymod(String prefix, int[] groups) {
        long checksum = 1;
        for (char c : prefix.toCharArray()) {
            checksum = step(checksum, c & 31);
        }
        checksum = step(checksum, 0);
        for (int group : groups) {
            checksum = step(checksum, group);
        }
        return checksum ^ 1;
    }

    private static long step(long checksum, int group) {
        long top = checksum >>> 35;
        long next = (checksum & 0x07ffffffffL) << GROUP ^ group;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) * GENERATOR[i];
        }
        return next;
    }

    private static byte[] bytes(int[] groups) {
        int bits = groups.length * GROUP;
        byte[] bytes = new byte[bits / Byte.SIZE];
        if (bits % Byte.SIZE >= GROUP) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        for (int bit = 0; bit < bits; bit++) {
            int value = groups[bit / GROUP] >> GROUP - 1 - bit % GROUP & 1;
            if (bit < bytes.length * Byte.SIZE) {
                bytes[bit / Byte.SIZE] |= (byte) (value << Byte.SIZE - 1 - bit % Byte.SIZE);
            } else if (value != 0) {
                throw new InvalidIdentifierException(MALFORMED);
            }
        }
        return bytes;
    }

    private static int[] groups(byte[] bytes) {
        int bits = bytes.length * Byte.SIZE;
        int[] groups = new int[(bits + GROUP - 1) / GROUP];
        for (int bit = 0; bit < bits; bit++) {
            int value = bytes[bit / Byte.SIZE] >> Byte.SIZE - 1 - bit % Byte.SIZE & 1;
            groups[bit / GROUP] |= value << GROUP - 1 - bit % GROUP;
        }
        return groups;
    }
}
