package org.simpul.interop.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;

/** Until when one file must have come and been read. */
public final class Deadline {
    private final InstantSource clock;
    private final Instant end;

    public Deadline(InstantSource clock, Duration time) {
        this.clock = clock;
        this.end = clock.instant().plus(time);
    }

    /** It is over. */
    public static final class Missed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missed() {
            super(null, null, false, false);
        }
    }

    public void check() {
        if (clock.instant().isAfter(end)) {
            throw new Missed();
        }
    }

    /** Asks with each part that comes, so that a slow sender does not hold a turn for ever. */
    public InputStream on(InputStream file) {
        return new FilterInputStream(file) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                check();
                return super.read(buffer, offset, length);
            }
        };
    }

    /** Asks with each chunk. */
    <T> Iterable<T> on(Iterable<T> chunks) {
        return () -> {
            Iterator<T> inner = chunks.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return inner.hasNext();
                }

                @Override
                public T next() {
                    check();
                    return inner.next();
                }
            };
        };
    }
}
