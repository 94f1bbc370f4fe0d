package org.simpul.identifier;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import static org.simpul.identifier.IdentifierProblem.CHECKSUM;
import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.UNSUPPORTED_CHARACTER;

/** Base58 by its alphabets, plain and with four bytes of double SHA-256 at the end (Base58Check). */
enum Base58 {
    BITCOIN("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"),
    XRP("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

    private static final BigInteger BASE = BigInteger.valueOf(58);
    private static final int CHECKSUM_BYTES = 4;
    /** More than any address has; keeps the big number small. */
    private static final int LONGEST = 64;

    private final String alphabet;

    Base58(String alphabet) {
        this.alphabet = alphabet;
    }

    byte[] decoded(String text) {
        byte[] signed = number(text).toByteArray();
        byte[] magnitude = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == alphabet.charAt(0)) {
            zeros++;
        }
        byte[] bytes = new byte[zeros + magnitude.length];
        System.arraycopy(magnitude, 0, bytes, zeros, magnitude.length);
        return bytes;
    }

    /** The digits as one number, which forgets the zeros at their beginning. */
    BigInteger number(String digits) {
        if (digits.length() > LONGEST) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < digits.length(); i++) {
            int digit = alphabet.indexOf(digits.charAt(i));
            if (digit < 0) {
                throw new InvalidIdentifierException(UNSUPPORTED_CHARACTER);
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return number;
    }

    /** The version and the hash, once the checksum is found right. */
    byte[] checked(String text) {
        byte[] bytes = decoded(text);
        if (bytes.length <= CHECKSUM_BYTES) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        byte[] payload = Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
        byte[] checksum = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        if (!Arrays.equals(checksum, checksum(payload))) {
            throw new InvalidIdentifierException(CHECKSUM);
        }
        return payload;
    }

    /** The address of a version byte and a hash: what {@link #checked} reads. The version is not zero. */
    String withChecksum(byte[] payload) {
        byte[] bytes = Arrays.copyOf(payload, payload.length + CHECKSUM_BYTES);
        System.arraycopy(checksum(payload), 0, bytes, payload.length, CHECKSUM_BYTES);
        StringBuilder reversed = new StringBuilder();
        BigInteger number = new BigInteger(1, bytes);
        while (number.signum() > 0) {
            BigInteger[] divided = number.divideAndRemainder(BASE);
            reversed.append(alphabet.charAt(divided[1].intValue()));
            number = divided[0];
        }
        return reversed.reverse().toString();
    }

    private static byte[] checksum(byte[] payload) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(sha256.digest(sha256.digest(payload)), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
