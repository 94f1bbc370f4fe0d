package org.simpul.identifier;

import java.util.Locale;

import static org.simpul.identifier.IdentifierProblem.CHECKSUM;
import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.SCOPE_MISMATCH;
import static org.simpul.identifier.IdentifierProblem.UNSUPPORTED_CHARACTER;

/** Segregated witness addresses: BIP-173 (bech32, witness version 0) and BIP-350 (bech32m, version 1 to 16). */
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32 = 1;
    private static final int BECH32M = 0x2bc830a3;
    private static final int LONGEST = 90;
    private static final int CHECKSUM_CHARACTERS = 6;

    private Bech32() {}

    /**
     * The address in lower case, once checksum, witness version and program length are found right.
     *
     * @param prefix the chain's human-readable part
     */
    static String segwit(String prefix, String text) {
        String address = text.toLowerCase(Locale.ROOT);
        boolean mixedCase = !text.equals(address) && !text.equals(text.toUpperCase(Locale.ROOT));
        int separator = address.lastIndexOf('1');
        int versionAndChecksum = 1 + CHECKSUM_CHARACTERS;
        if (mixedCase || address.length() > LONGEST || address.length() - separator - 1 < versionAndChecksum) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        int[] data = values(address.substring(separator + 1));
        int version = data[0];
        String written = address.substring(0, Math.max(separator, 0));
        if (polymod(written, data) != (version == 0 ? BECH32 : BECH32M)) {
            throw new InvalidIdentifierException(CHECKSUM);
        }
        if (!written.equals(prefix)) {
            throw new InvalidIdentifierException(SCOPE_MISMATCH);
        }
        int program = programBytes(data);
        boolean sound = version == 0 ? program == 20 || program == 32 : version <= 16 && program >= 2 && program <= 40;
        if (!sound) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return address;
    }

    /** The groups of five bits that the characters stand for. */
    static int[] values(String data) {
        int[] values = new int[data.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ALPHABET.indexOf(data.charAt(i));
            if (values[i] < 0) {
                throw new InvalidIdentifierException(UNSUPPORTED_CHARACTER);
            }
        }
        return values;
    }

    /** The characters of groups of five bits. */
    static String text(int[] values) {
        StringBuilder text = new StringBuilder();
        for (int value : values) {
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }

    private static int polymod(String prefix, int[] data) {
        int checksum = 1;
        for (char c : prefix.toCharArray()) {
            checksum = step(checksum, c >> 5);
        }
        checksum = step(checksum, 0);
        for (char c : prefix.toCharArray()) {
            checksum = step(checksum, c & 31);
        }
        for (int value : data) {
            checksum = step(checksum, value);
        }
        return checksum;
    }

    private static int step(int checksum, int value) {
        int top = checksum >>> 25;
        int next = (checksum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) * GENERATOR[i];
        }
        return next;
    }

    /** Length of the witness program; its five-bit groups end in at most four bits of padding, all zero. */
    private static int programBytes(int[] data) {
        int groups = data.length - 1 - CHECKSUM_CHARACTERS;
        int padding = groups * 5 % 8;
        int lastGroup = data[groups];
        if (padding > 4 || (lastGroup & (1 << padding) - 1) != 0) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return groups * 5 / 8;
    }
}
