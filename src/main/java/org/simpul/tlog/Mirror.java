package org.simpul.tlog;

import java.io.IOException;

/** A log of which everything that was read is kept; whole tiles that are there are not fetched again. */
public record Mirror(TileFiles files, Tiles log) implements Tiles {
    @Override
    public byte[] checkpoint() throws IOException {
        return log.checkpoint();
    }

    @Override
    public byte[] tile(TilePath path) throws IOException {
        if (path.isFull() && files.has(path)) {
            return files.tile(path);
        }
        byte[] tile = log.tile(path);
        files.put(path, tile);
        return tile;
    }
}
