package org.simpul.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** A key that signs notes, written {@code PRIVATE+KEY+name+id+base64} as Go's note package has it. */
public final class NoteSigner {
    private static final byte[] PRIVATE_KEY_INFO = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String PREFIX = "PRIVATE+KEY+";

    private final NoteKey key;
    private final byte[] seed;

    private NoteSigner(NoteKey key, byte[] seed) {
        this.key = key;
        this.seed = seed;
    }

    /** A fresh key of this kind, {@link NoteKey#LOG} or {@link NoteKey#WITNESS}. */
    public static NoteSigner generate(String name, byte kind) {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        return of(name, kind, seed);
    }

    static NoteSigner of(String name, byte kind, byte[] seed) {
        return new NoteSigner(new NoteKey(name, kind, publicKey(seed)), seed.clone());
    }

    /** @throws FormatException unless the text is such a key, and its id is right */
    public static NoteSigner parse(String text) throws FormatException {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3 || !NoteKey.isName(parts[0])) {
            throw new FormatException("not a signing key");
        }
        byte[] value = Encoded.base64(parts[2]);
        if (value.length != 33 || value[0] != NoteKey.LOG && value[0] != NoteKey.WITNESS) {
            throw new FormatException("a signing key of an unknown kind");
        }
        NoteSigner signer = of(parts[0], value[0], Arrays.copyOfRange(value, 1, 33));
        if (!HexFormat.of().toHexDigits(signer.key.id()).equals(parts[1])) {
            throw new FormatException("a signing key whose id is wrong");
        }
        return signer;
    }

    public NoteKey key() {
        return key;
    }

    /** The key's secret text; it belongs in a file of its owner alone. */
    public String secret() {
        byte[] value = ByteBuffer.allocate(33).put(key.kind()).put(seed).array();
        return PREFIX + key.name() + "+" + HexFormat.of().toHexDigits(key.id()) + "+" + Encoded.base64(value);
    }

    /** Writes the secret text into a new file that its owner alone may read (0600); none is overwritten. */
    public void keepIn(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.UTF_8.encode(secret() + "\n"));
        }
    }

    /** The signature of a log over a note's text. */
    public Note.Signature sign(String text) {
        require(NoteKey.LOG);
        return new Note.Signature(key.name(), key.id(), signature(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The cosignature of a witness over a checkpoint's text, at this time, to the second. */
    public Note.Signature cosign(String text, Instant at) {
        require(NoteKey.WITNESS);
        byte[] signature = signature(cosigned(text, at.getEpochSecond()));
        byte[] value = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(at.getEpochSecond())
                .put(signature)
                .array();
        return new Note.Signature(key.name(), key.id(), value);
    }

    static byte[] cosigned(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private void require(byte kind) {
        if (key.kind() != kind) {
            throw new IllegalStateException("a key of another kind");
        }
    }

    private byte[] signature(byte[] message) {
        try {
            byte[] encoded =
                    ByteBuffer.allocate(48).put(PRIVATE_KEY_INFO).put(seed).array();
            PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK derives a public key only while it generates one, from the bytes that its source of chance gives. */
    private static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            EdECPublicKey key = (EdECPublicKey) generator.generateKeyPair().getPublic();
            byte[] bigEndian = key.getPoint().getY().toByteArray();
            byte[] raw = new byte[32];
            for (int i = 0; i < 32 && i < bigEndian.length; i++) {
                raw[i] = bigEndian[bigEndian.length - 1 - i];
            }
            raw[31] |= (byte) (key.getPoint().isXOdd() ? 0x80 : 0);
            return raw;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Given extends SecureRandom {
        private final transient byte[] bytes;

        private Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
