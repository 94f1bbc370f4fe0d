package org.simpul.interop.tabular;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.shared.CountedInputStream;

/** UTF-8 text that is decoded strictly, without its byte order mark, and no longer than it may be. */
public final class BoundedText extends FilterReader {
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final int maxRowLength;
    private int left;

    private BoundedText(Reader text, int maxRowLength) {
        super(text);
        this.maxRowLength = maxRowLength;
        nextRow();
    }

    public static BoundedText of(InputStream bytes, ImportLimits limits) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                new Bounded(bytes, limits.maxBytes()),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new BoundedText(text, limits.maxRowLength());
    }

    /** The parser reads ahead of the row that it has given, by its buffer at most: that much is allowed on top. */
    public void nextRow() {
        left = maxRowLength + 2 * 8192;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int characters) throws IOException {
        left -= characters;
        if (left < 0) {
            throw new TooLong("row_too_long");
        }
    }

    /** More than a file or a row may hold. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        /** @param code key of its text under {@code violation.} */
        TooLong(String code) {
            super(code);
        }
    }

    private static final class Bounded extends CountedInputStream {
        private long left;

        Bounded(InputStream bytes, long most) {
            super(bytes);
            this.left = most;
        }

        @Override
        protected void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new TooLong("file_too_large");
            }
        }
    }
}
