package org.simpul.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A SHA-256 hash of a Merkle tree (RFC 6962, section 2.1): 32 bytes, written in base64. */
public final class Hash {
    public static final int LENGTH = 32;

    /** The root of the tree without leaves. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a leaf's data: SHA-256 of 0x00 and the data. */
    public static Hash leaf(byte[] data) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(data));
    }

    /** The hash of a node: SHA-256 of 0x01 and both children. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** @throws FormatException unless there are 32 bytes */
    public static Hash of(byte[] bytes) throws FormatException {
        if (bytes.length != LENGTH) {
            throw new FormatException("a hash that is not of 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /** The i-th hash of a row of them. */
    public static Hash at(byte[] row, int i) {
        return new Hash(Arrays.copyOfRange(row, i * LENGTH, (i + 1) * LENGTH));
    }

    /** @throws FormatException unless the text is the base64 of 32 bytes */
    public static Hash parse(String base64) throws FormatException {
        return of(Encoded.base64(base64));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Encoded.base64(bytes);
    }
}
