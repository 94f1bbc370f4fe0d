package org.simpul.interop.reading;

import java.util.ArrayList;
import java.util.List;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;

/** Gathers rows until a chunk is full and hands it on: never more than one chunk is in memory. */
public final class Chunks {
    private static final int MOST_ERRORS = 1_000;

    private final ImportLimits limits;
    private final ChunkSink sink;
    private List<ImportedTransaction> rows = new ArrayList<>();
    private List<RowError> errors = new ArrayList<>();
    private long read;
    private long failed;
    private long all;

    public Chunks(ImportLimits limits, ChunkSink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    public void sound(ImportedTransaction row) throws FileRefused {
        rows.add(row);
        count();
    }

    public void refused(List<RowError> what) throws FileRefused {
        failed++;
        what.stream().limit(MOST_ERRORS - errors.size()).forEach(errors::add);
        count();
    }

    private void count() throws FileRefused {
        read++;
        all++;
        if (all > limits.maxRows()) {
            throw new FileRefused("too_many_rows");
        }
        if (read == limits.chunkRows()) {
            flush();
        }
    }

    /** Hands on what is left. */
    public void flush() {
        if (read > 0) {
            sink.take(new ImportChunk(rows, errors, read, failed));
            rows = new ArrayList<>();
            errors = new ArrayList<>();
            read = 0;
            failed = 0;
        }
    }

    /** @return rows up to now, sound or not */
    public long all() {
        return all;
    }
}
