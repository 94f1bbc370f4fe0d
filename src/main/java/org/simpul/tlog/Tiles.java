package org.simpul.tlog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Where a log is read from; nothing of what it gives is believed. */
public interface Tiles {
    /** The latest checkpoint, a signed note. */
    byte[] checkpoint() throws IOException;

    /** @throws NoSuchFileException if that tile is not served */
    byte[] tile(TilePath path) throws IOException;
}
