package org.simpul.interop.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.simpul.interop.reading.ChunkSink;
import org.simpul.interop.reading.Chunks;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportSummary;
import org.simpul.referral.RowError;

/**
 * Transactions in a CSV file (RFC 4180, UTF-8, the first row is the header), read as a stream: never more than one
 * chunk is in memory.
 */
public final class CsvTransactions {
    private final ImportLimits limits;
    private final BoundedText text;
    private final Iterator<CSVRecord> records;
    private final Findings findings = new Findings();
    private final Rows rows;
    private final int width;

    /** @throws FileRefused when the header can't be used */
    public CsvTransactions(InputStream file, ImportMapping mapping, ImportLimits limits, Currencies currencies)
            throws FileRefused, IOException {
        this.limits = limits;
        try {
            this.text = BoundedText.of(file, limits);
            this.records = CSVParser.builder()
                    .setReader(text)
                    .setFormat(CSVFormat.RFC4180
                            .builder()
                            .setDelimiter(mapping.delimiter().character())
                            .setIgnoreEmptyLines(true)
                            .get())
                    .get()
                    .iterator();
        } catch (IOException e) {
            throw refusal(e);
        }
        Cells header = next().map(CsvTransactions::cells).orElseThrow(() -> new FileRefused("empty_file"));
        this.width = header.size();
        Map<Column, Integer> columns = HeaderRow.columns(header, mapping, 1);
        this.rows = new Rows(mapping, columns, currencies, findings);
    }

    /** Reads the file to its end. */
    public ImportSummary read(ChunkSink sink) throws FileRefused, IOException {
        Chunks chunks = new Chunks(limits, sink);
        long rowNumber = 1;
        for (Optional<CSVRecord> record = next(); record.isPresent(); record = next()) {
            rowNumber++;
            if (record.get().size() == width) {
                rows.read(cells(record.get()), rowNumber, chunks);
            } else {
                chunks.refused(List.of(new RowError(rowNumber, "row", "wrong_number_of_columns")));
            }
        }
        if (chunks.all() == 0) {
            throw new FileRefused("no_rows");
        }
        chunks.flush();
        return findings.summary();
    }

    private static Cells cells(CSVRecord record) {
        return new Cells() {
            @Override
            public int size() {
                return record.size();
            }

            @Override
            public String text(int place) {
                return record.get(place);
            }
        };
    }

    private Optional<CSVRecord> next() throws FileRefused, IOException {
        text.nextRow();
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw refusal(e.getCause());
        }
    }

    /** What the file is to blame for; everything else went wrong on its way, and is thrown on. */
    private static FileRefused refusal(IOException e) throws IOException {
        if (e instanceof CharacterCodingException) {
            return new FileRefused("not_utf8");
        }
        if (e instanceof BoundedText.TooLong) {
            return new FileRefused(e.getMessage());
        }
        if (e instanceof CSVException) {
            return new FileRefused("malformed_csv");
        }
        throw e;
    }
}
