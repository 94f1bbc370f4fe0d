package org.simpul.tlog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Reads a whole log from the signed root downwards: a tile is believed, and kept, once it fits the one above it. */
final class Scan {
    private final Checkpoint checkpoint;
    private final TiledNodes nodes;
    private final Visitor visitor;
    private final boolean entries;
    private final Optional<TileFiles> copy;

    /** Is given every leaf hash and its index, in no order. */
    interface Visitor {
        void leaf(long index, Hash leaf);
    }

    /**
     * @param entries whether the data of the leaves are read too
     * @param copy where what fits is kept; what is there and fits is not fetched
     */
    Scan(Checkpoint checkpoint, Tiles log, Visitor visitor, boolean entries, Optional<TileFiles> copy) {
        this.checkpoint = checkpoint;
        this.nodes = new TiledNodes(log, checkpoint.size());
        this.visitor = visitor;
        this.entries = entries;
        this.copy = copy;
    }

    void run() throws IOException, TamperedException {
        long size = checkpoint.size();
        // the root is made of the last tiles, of all of their hashes
        if (!new Tree(nodes, size).root().equals(checkpoint.root())) {
            throw new TamperedException(Finding.TILE, "the last tiles do not come to the signed root");
        }
        for (int level = 0; TilePath.count(level, size) > 0; level++) {
            long count = TilePath.count(level, size);
            if (count % TilePath.FULL > 0) {
                TilePath last = TilePath.of(level, count / TilePath.FULL, size);
                byte[] hashes = nodes.tile(last);
                keep(last, hashes);
                read(last, hashes);
            }
        }
    }

    private void read(TilePath path, byte[] hashes) throws IOException, TamperedException {
        if (path.level() == 0) {
            leaves(path, hashes);
            return;
        }
        for (int i = 0; i < path.width(); i++) {
            TilePath below = new TilePath(path.level() - 1, path.number() * TilePath.FULL + i, TilePath.FULL);
            read(below, tile(below, Hash.at(hashes, i)));
        }
    }

    private byte[] tile(TilePath path, Hash root) throws IOException, TamperedException {
        Optional<byte[]> kept = kept(path);
        if (kept.isPresent() && comesTo(root, kept.get())) {
            return kept.get();
        }
        byte[] hashes = nodes.tile(path);
        if (!comesTo(root, hashes)) {
            throw new TamperedException(Finding.TILE, path + " does not fit the tile above");
        }
        keep(path, hashes);
        return hashes;
    }

    private static boolean comesTo(Hash root, byte[] hashes) {
        if (hashes.length != TilePath.FULL * Hash.LENGTH) {
            return false;
        }
        Frontier tile = new Frontier();
        for (int i = 0; i < TilePath.FULL; i++) {
            tile.append(Hash.at(hashes, i));
        }
        return tile.root().equals(root);
    }

    private void leaves(TilePath path, byte[] hashes) throws IOException, TamperedException {
        if (entries) {
            TilePath bundle = new TilePath(TilePath.ENTRIES, path.number(), path.width());
            Optional<byte[]> kept = kept(bundle);
            if (kept.isEmpty() || misfit(bundle, kept.get(), hashes).isPresent()) {
                byte[] served = nodes.bundle(bundle);
                Optional<String> misfit = misfit(bundle, served, hashes);
                if (misfit.isPresent()) {
                    throw new TamperedException(Finding.ENTRY, misfit.get());
                }
                keep(bundle, served);
            }
        }
        for (int i = 0; i < path.width(); i++) {
            visitor.leaf(path.number() * TilePath.FULL + i, Hash.at(hashes, i));
        }
    }

    private static Optional<String> misfit(TilePath path, byte[] bundle, byte[] hashes) {
        List<byte[]> entries;
        try {
            entries = TiledNodes.entries(path, bundle);
        } catch (TamperedException e) {
            return Optional.of(e.getMessage());
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!Hash.leaf(entries.get(i)).equals(Hash.at(hashes, i))) {
                return Optional.of("entry " + (path.number() * TilePath.FULL + i) + " does not fit its leaf");
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> kept(TilePath path) throws IOException {
        if (copy.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(copy.get().tile(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void keep(TilePath path, byte[] bytes) throws IOException {
        if (copy.isPresent()) {
            copy.get().put(path, bytes);
        }
    }
}
