package org.simpul.tlog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Where a log is read from; nothing of what it gives is believed. */
public interface Tiles {
    /** The latest checkpoint for verifiers, a signed note. */
    byte[] checkpoint() throws IOException;

    /** The newest one, whether or not enough witnesses have cosigned it: for a witness that fetches for itself. */
    default byte[] newest() throws IOException {
        return checkpoint();
    }

    /** @throws NoSuchFileException if that tile is not served */
    byte[] tile(TilePath path) throws IOException;
}
