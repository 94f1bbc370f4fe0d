package org.simpul.tlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log in a folder, in the layout in which it is served; a mirror may be served as it is. */
public record TileFiles(Path directory) implements Tiles {
    @Override
    public byte[] checkpoint() throws IOException {
        return Files.readAllBytes(directory.resolve("checkpoint"));
    }

    @Override
    public byte[] tile(TilePath path) throws IOException {
        return Files.readAllBytes(directory.resolve(path.toString()));
    }

    void put(TilePath path, byte[] tile) throws IOException {
        Kept.write(directory.resolve(path.toString()), tile);
    }

    void putCheckpoint(byte[] note) throws IOException {
        Kept.write(directory.resolve("checkpoint"), note);
    }
}
