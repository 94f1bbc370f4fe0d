package org.simpul.interop.reading;

import org.simpul.referral.ImportChunk;

/** Takes what was read, chunk by chunk. */
@FunctionalInterface
public interface ChunkSink {
    void take(ImportChunk chunk);
}
