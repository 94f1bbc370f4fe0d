package org.simpul.tlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A log in memory that an operator may do anything to; it serves whatever it holds, and signs it. */
final class TestLog implements Tiles {
    static final String ORIGIN = "hub.example/log";

    final NoteSigner signer = NoteSigner.of(ORIGIN, NoteKey.LOG, seed(1));
    final List<byte[]> leaves = new ArrayList<>();
    final List<Note.Signature> cosignatures = new ArrayList<>();
    final Set<String> withheld = new HashSet<>();

    static byte[] seed(int i) {
        byte[] seed = new byte[32];
        seed[0] = (byte) i;
        return seed;
    }

    static TestLog of(int size) {
        TestLog log = new TestLog();
        log.grow(size, 1);
        return log;
    }

    TestLog grow(int by, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < by; i++) {
            byte[] leaf = new byte[1 + random.nextInt(50)];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return this;
    }

    /** A copy that shares nothing. */
    TestLog fork() {
        TestLog fork = new TestLog();
        leaves.forEach(leaf -> fork.leaves.add(leaf.clone()));
        return fork;
    }

    Checkpoint current() {
        return new Checkpoint(ORIGIN, leaves.size(), Naive.root(hashes()));
    }

    Note note() {
        Note note = current().signedBy(signer);
        for (Note.Signature cosignature : cosignatures) {
            note = note.with(cosignature);
        }
        return note;
    }

    List<Hash> hashes() {
        return leaves.stream().map(Hash::leaf).toList();
    }

    @Override
    public byte[] checkpoint() throws IOException {
        return note().toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] tile(TilePath path) throws IOException {
        if (withheld.contains(path.toString())) {
            throw new NoSuchFileException(path.toString());
        }
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        for (int i = 0; i < path.width(); i++) {
            long index = path.number() * TilePath.FULL + i;
            if (index >= TilePath.count(path.level(), leaves.size())) {
                throw new NoSuchFileException(path.toString());
            }
            tile.write(path.level() == TilePath.ENTRIES ? entry((int) index) : hash(path.level(), index));
        }
        return tile.toByteArray();
    }

    private byte[] entry(int index) {
        byte[] leaf = leaves.get(index);
        return ByteBuffer.allocate(2 + leaf.length)
                .putShort((short) leaf.length)
                .put(leaf)
                .array();
    }

    private byte[] hash(int level, long index) {
        int width = 1 << (level * TilePath.HEIGHT);
        int from = (int) index * width;
        return Naive.root(leaves.subList(from, from + width).stream()
                        .map(Hash::leaf)
                        .toList())
                .bytes();
    }

    /** Writes the log as it is served into a folder. */
    void writeTo(Path directory) {
        TileFiles files = new TileFiles(directory);
        try {
            files.putCheckpoint(checkpoint());
            for (int level = TilePath.ENTRIES; TilePath.count(level, leaves.size()) > 0; level++) {
                long count = TilePath.count(level, leaves.size());
                for (long number = 0; number * TilePath.FULL < count; number++) {
                    TilePath path = TilePath.of(level, number, leaves.size());
                    files.put(path, tile(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
