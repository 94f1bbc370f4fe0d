package org.simpul.interop.tabular;

import java.io.IOException;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.reading.ChunkSink;
import org.simpul.interop.reading.Chunks;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Spooled;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportSummary;

/**
 * Transactions in a sheet of a workbook (XLSX, ISO/IEC 29500), by the same rules as in CSV. The rows are read as a
 * stream; only the texts that the workbook shares between cells are held in memory, up to a limit.
 */
public final class XlsxTransactions {
    private final ImportMapping mapping;
    private final ImportLimits limits;
    private final Currencies currencies;

    public XlsxTransactions(ImportMapping mapping, ImportLimits limits, Currencies currencies) {
        this.mapping = mapping;
        this.limits = limits;
        this.currencies = currencies;
    }

    /** Reads the sheet to its end. */
    public ImportSummary read(Spooled file, ChunkSink sink) throws FileRefused, IOException {
        Findings findings = new Findings();
        Workbooks.inspect(file, limits, findings);
        try (ReadableWorkbook workbook = opened(file);
                Stream<Row> rows = rows(workbook)) {
            read(rows.iterator(), findings, sink);
            return findings.summary();
        }
    }

    /** The library's exceptions quote what stands in the cells, and none of them goes any further. */
    private static ReadableWorkbook opened(Spooled file) throws FileRefused, IOException {
        try {
            return new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException e) {
            throw new FileRefused("malformed_xlsx");
        }
    }

    private Stream<Row> rows(ReadableWorkbook workbook) throws FileRefused, IOException {
        try {
            return sheet(workbook).openStream();
        } catch (RuntimeException e) {
            throw new FileRefused("malformed_xlsx");
        }
    }

    /** @return null after the last */
    private static @Nullable Row next(Iterator<Row> rows) throws FileRefused {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw new FileRefused("malformed_xlsx");
        }
    }

    private Sheet sheet(ReadableWorkbook workbook) throws FileRefused {
        String named = mapping.sheet();
        return (named == null ? workbook.getSheet(0) : workbook.findSheet(named))
                .orElseThrow(() -> new FileRefused("unknown_sheet"));
    }

    private void read(Iterator<Row> rows, Findings findings, ChunkSink sink) throws FileRefused {
        Chunks chunks = new Chunks(limits, sink);
        Rows reader = null;
        long before = 0;
        long seen = 0;
        for (Row row = next(rows); row != null; row = next(rows)) {
            // blank ones as well: they take as long
            if (++seen - before > limits.maxRows()) {
                throw new FileRefused("too_many_rows");
            }
            Cells cells = new SheetCells(row);
            if (isBlank(cells)) {
                continue;
            }
            if (reader == null) {
                before = seen;
                reader = new Rows(mapping, HeaderRow.columns(cells, mapping, row.getRowNum()), currencies, findings);
            } else {
                reader.read(cells, row.getRowNum(), chunks);
            }
        }
        if (reader == null) {
            throw new FileRefused("empty_file");
        }
        if (chunks.all() == 0) {
            throw new FileRefused("no_rows");
        }
        chunks.flush();
    }

    private static boolean isBlank(Cells cells) {
        return IntStream.range(0, cells.size())
                .allMatch(place -> cells.text(place).isBlank());
    }
}
