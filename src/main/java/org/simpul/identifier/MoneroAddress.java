package org.simpul.identifier;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.jcajce.provider.digest.Keccak;

import static org.simpul.identifier.IdentifierProblem.CHECKSUM;
import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.SCOPE_MISMATCH;

/**
 * Addresses of Monero: a byte for network and kind, two public keys, in an integrated address a payment id of eight bytes,
 * and four bytes of Keccak-256. Base58 by blocks: eight bytes are eleven digits, the five that are left seven.
 */
final class MoneroAddress {
    private static final int BLOCK_BYTES = 8;
    private static final int BLOCK_DIGITS = 11;
    private static final int LAST_BYTES = 5;
    private static final int LAST_DIGITS = 7;
    private static final int BLOCKS = 8;
    private static final int BLOCKS_WITH_PAYMENT = BLOCKS + 1;
    private static final int CHECKSUM_BYTES = 4;
    private static final int INTEGRATED = 0x13;

    private MoneroAddress() {}

    /** As it is, once its checksum, network and length are found right. An integrated address keeps its payment id. */
    static String canonical(String text) {
        int blocks = text.length() / BLOCK_DIGITS;
        boolean whole = text.length() % BLOCK_DIGITS == LAST_DIGITS;
        if (!whole || blocks != BLOCKS && blocks != BLOCKS_WITH_PAYMENT) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        byte[] bytes = new byte[blocks * BLOCK_BYTES + LAST_BYTES];
        for (int i = 0; i < blocks; i++) {
            decode(text.substring(i * BLOCK_DIGITS, (i + 1) * BLOCK_DIGITS), bytes, i * BLOCK_BYTES, BLOCK_BYTES);
        }
        decode(text.substring(blocks * BLOCK_DIGITS), bytes, blocks * BLOCK_BYTES, LAST_BYTES);
        byte[] payload = Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
        byte[] checksum = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        if (!Arrays.equals(checksum, Arrays.copyOf(new Keccak.Digest256().digest(payload), CHECKSUM_BYTES))) {
            throw new InvalidIdentifierException(CHECKSUM);
        }
        int version = Byte.toUnsignedInt(payload[0]);
        if (!Chain.MONERO.hasVersion(version)) {
            throw new InvalidIdentifierException(SCOPE_MISMATCH);
        }
        if ((version == INTEGRATED) != (blocks == BLOCKS_WITH_PAYMENT)) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return text;
    }

    private static void decode(String digits, byte[] into, int at, int length) {
        BigInteger number = Base58.BITCOIN.number(digits);
        if (number.bitLength() > length * Byte.SIZE) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        for (int i = length - 1; i >= 0; i--) {
            into[at + i] = number.byteValue();
            number = number.shiftRight(Byte.SIZE);
        }
    }
}
