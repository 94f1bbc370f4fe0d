package org.simpul.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subtrees of a log of one size out of its tiles; the last tiles read are kept. */
public final class TiledNodes implements Nodes {
    private static final int KEPT = 256;

    private final Tiles tiles;
    private final long size;
    private final Map<TilePath, byte[]> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    public TiledNodes(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public Hash at(int level, long index) throws IOException, TamperedException {
        int within = level % TilePath.HEIGHT;
        long first = index << within;
        byte[] tile = tile(TilePath.of(level / TilePath.HEIGHT, first / TilePath.FULL, size));
        Frontier subtree = new Frontier();
        int from = (int) (first % TilePath.FULL);
        for (int i = from; i < from + (1 << within); i++) {
            subtree.append(Hash.at(tile, i));
        }
        return subtree.root();
    }

    /** The hashes of a tile, one after another, 32 bytes each: as many as a log of this size has there. */
    byte[] tile(TilePath path) throws IOException, TamperedException {
        byte[] known = read.get(path);
        if (known == null) {
            known = fetch(path);
            read.put(path, known);
        }
        return known;
    }

    /** A bundle as far as the path goes: of a whole one that stands in for it, the beginning. */
    byte[] bundle(TilePath path) throws IOException, TamperedException {
        Served served = served(path);
        if (served.path().equals(path)) {
            return served.bytes();
        }
        ByteBuffer whole = ByteBuffer.wrap(served.bytes());
        split(path, whole);
        return Arrays.copyOf(served.bytes(), whole.position());
    }

    /** The data of the leaves of a bundle. */
    static List<byte[]> entries(TilePath path, byte[] bytes) throws TamperedException {
        ByteBuffer bundle = ByteBuffer.wrap(bytes);
        List<byte[]> entries = split(path, bundle);
        if (bundle.hasRemaining()) {
            throw new TamperedException(Finding.ENTRY, path + " goes on behind its last entry");
        }
        return entries;
    }

    private static List<byte[]> split(TilePath path, ByteBuffer bundle) throws TamperedException {
        List<byte[]> entries = new ArrayList<>();
        while (entries.size() < path.width()) {
            int length = bundle.remaining() < 2 ? -1 : Short.toUnsignedInt(bundle.getShort());
            if (length < 0 || length > bundle.remaining()) {
                throw new TamperedException(Finding.ENTRY, path + " is cut");
            }
            byte[] entry = new byte[length];
            bundle.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    private byte[] fetch(TilePath path) throws IOException, TamperedException {
        Served served = served(path);
        if (served.bytes().length != served.path().width() * Hash.LENGTH) {
            throw new TamperedException(
                    Finding.TILE, path + " is not of " + served.path().width() + " hashes");
        }
        return Arrays.copyOf(served.bytes(), path.width() * Hash.LENGTH);
    }

    private record Served(TilePath path, byte[] bytes) {}

    /** A partial tile may be gone once the whole one is there. */
    private Served served(TilePath path) throws IOException, TamperedException {
        try {
            return new Served(path, tiles.tile(path));
        } catch (NoSuchFileException e) {
            if (path.isFull()) {
                throw new TamperedException(Finding.WITHHELD, path + " is signed for, but not served");
            }
        }
        try {
            return new Served(path.full(), tiles.tile(path.full()));
        } catch (NoSuchFileException e) {
            throw new TamperedException(Finding.WITHHELD, path + " is signed for, but not served");
        }
    }
}
