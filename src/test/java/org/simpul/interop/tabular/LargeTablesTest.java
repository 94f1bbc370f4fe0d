package org.simpul.interop.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.identifier.IdentifierType;
import org.simpul.interop.reading.ChunkSink;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Limits;
import org.simpul.interop.reading.Spooled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** However long a table is, one chunk of it is in memory. {@code -Dsimpul.rows=1000000} reads a million rows. */
class LargeTablesTest {
    private static final int ROWS = Integer.getInteger("simpul.rows", 200_000);
    private static final int CHUNK = 5_000;

    @TempDir
    Path folder;

    private final AtomicLong rows = new AtomicLong();
    private final AtomicInteger largest = new AtomicInteger();
    private final ChunkSink sink = chunk -> {
        rows.addAndGet(chunk.transactions().size());
        largest.accumulateAndGet(chunk.transactions().size(), Math::max);
    };

    @Test
    void ofALongCsvOnlyAChunkIsInMemory() throws Exception {
        new CsvTransactions(csv(ROWS), mapping(), Limits.of(Map.of()), Limits.currencies()).read(sink);
        seen();
    }

    @Test
    void ofALongWorkbookOnlyAChunkIsInMemory() throws Exception {
        Path book = folder.resolve("long.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(book), "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet 1");
            String[] header = {"date", "amount", "from_account", "to_account", "remark"};
            for (int i = 0; i < header.length; i++) {
                sheet.inlineString(0, i, header[i]);
            }
            for (int i = 1; i <= ROWS; i++) {
                sheet.inlineString(i, 0, "2026-01-31");
                sheet.value(i, 1, i);
                sheet.inlineString(i, 2, String.valueOf(1_000_000_000L + i));
                sheet.inlineString(i, 3, "0012345679");
                sheet.inlineString(i, 4, "row " + i);
                if (i % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        new XlsxTransactions(mapping(), Limits.of(Map.of()), Limits.currencies()).read(new Spooled(book), sink);
        seen();
    }

    @Test
    void aFileOverTheLimitIsRefusedAndReadNoFurther() {
        ImportLimits limits = Limits.of(Map.of("max-rows", String.valueOf(ROWS / 2)));
        FileRefused refused = assertThrows(
                FileRefused.class,
                () -> new CsvTransactions(csv(ROWS), mapping(), limits, Limits.currencies()).read(sink));
        assertEquals("too_many_rows", refused.code());
        assertTrue(rows.get() <= ROWS / 2);
    }

    private void seen() {
        assertEquals(ROWS, rows.get());
        assertEquals(CHUNK, largest.get());
    }

    private static ImportMapping mapping() {
        return new ImportMapping(
                null,
                "IDR",
                new ImportMapping.Account(IdentifierType.BANK_ACCOUNT, "ID:014"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Written as it is read: the file itself is never in memory. */
    private static InputStream csv(int rows) {
        return new InputStream() {
            private byte[] line = "date,amount,from_account,to_account,remark\n".getBytes(StandardCharsets.US_ASCII);
            private int at;
            private int row;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (at == line.length) {
                    if (row == rows) {
                        return -1;
                    }
                    row++;
                    line = ("2026-01-31," + row + ".25," + (1_000_000_000L + row) + ",0012345679,row " + row + "\n")
                            .getBytes(StandardCharsets.US_ASCII);
                    at = 0;
                }
                int count = Math.min(length, line.length - at);
                System.arraycopy(line, at, buffer, offset, count);
                at += count;
                return count;
            }
        };
    }
}
