package org.simpul.shared;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that are counted as they are read, so that what is too long is stopped while it comes. */
public abstract class CountedInputStream extends FilterInputStream {

    protected CountedInputStream(InputStream bytes) {
        super(bytes);
    }

    /**
     * @param read number of bytes that were read just now; 0 at the end
     * @throws IOException when there are too many
     */
    protected abstract void count(int read) throws IOException;

    @Override
    public final int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }
}
