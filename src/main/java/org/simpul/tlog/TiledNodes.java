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
        byte[] tile = tile(level / TilePath.HEIGHT, first / TilePath.FULL);
        Frontier subtree = new Frontier();
        int from = (int) (first % TilePath.FULL);
        for (int i = from; i < from + (1 << within); i++) {
            subtree.append(Hash.at(tile, i));
        }
        return subtree.root();
    }

    long size() {
        return size;
    }

    /** The hashes of a tile, one after another, 32 bytes each: as many as a log of this size has there. */
    byte[] tile(int level, long number) throws IOException, TamperedException {
        TilePath path = TilePath.of(level, number, size);
        byte[] known = read.get(path);
        if (known == null) {
            known = fetch(path);
            read.put(path, known);
        }
        return known;
    }

    /** The data of the leaves of a bundle. */
    List<byte[]> entries(long number) throws IOException, TamperedException {
        TilePath path = TilePath.of(TilePath.ENTRIES, number, size);
        ByteBuffer bundle = ByteBuffer.wrap(served(path));
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
        byte[] hashes = served(path);
        int length = path.width() * Hash.LENGTH;
        if (hashes.length != length && hashes.length != TilePath.FULL * Hash.LENGTH) {
            throw new TamperedException(Finding.TILE, path + " is not of " + path.width() + " hashes");
        }
        return hashes.length == length ? hashes : Arrays.copyOf(hashes, length);
    }

    /** A partial tile may be gone once the whole one is there. */
    private byte[] served(TilePath path) throws IOException, TamperedException {
        try {
            return tiles.tile(path);
        } catch (NoSuchFileException e) {
            if (path.isFull()) {
                throw new TamperedException(Finding.WITHHELD, path + " is signed for, but not served");
            }
        }
        try {
            return tiles.tile(path.full());
        } catch (NoSuchFileException e) {
            throw new TamperedException(Finding.WITHHELD, path + " is signed for, but not served");
        }
    }
}
