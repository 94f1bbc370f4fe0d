package org.simpul.interop.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;

/**
 * Transactions in a CSV file (RFC 4180, UTF-8, the first row is the header), read as a stream: never more than one
 * chunk is in memory.
 */
final class CsvTransactions {
    private static final int MOST_ERRORS_OF_A_CHUNK = 1_000;

    private final ImportMapping mapping;
    private final ImportLimits limits;
    private final BoundedText text;
    private final Iterator<CSVRecord> records;
    private final Map<Column, Integer> columns;
    private final int width;
    private long rowNumber = 1;

    /** @throws FileRefused when the header can't be used */
    CsvTransactions(InputStream file, ImportMapping mapping, ImportLimits limits) throws FileRefused, IOException {
        this.mapping = mapping;
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
        CSVRecord header = next().orElseThrow(() -> new FileRefused("empty_file"));
        this.width = header.size();
        this.columns = columns(header);
    }

    /** @return empty at the end of the file */
    Optional<ImportChunk> nextChunk() throws FileRefused, IOException {
        List<ImportedTransaction> transactions = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        long read = 0;
        long failed = 0;
        while (read < limits.chunkRows()) {
            Optional<CSVRecord> record = next();
            if (record.isEmpty()) {
                break;
            }
            rowNumber++;
            if (rowNumber - 1 > limits.maxRows()) {
                throw new FileRefused("too_many_rows");
            }
            read++;
            List<RowError> refused = read(record.get(), transactions);
            if (!refused.isEmpty()) {
                failed++;
                refused.stream().limit(MOST_ERRORS_OF_A_CHUNK - errors.size()).forEach(errors::add);
            }
        }
        if (read == 0 && rowNumber == 1) {
            throw new FileRefused("no_rows");
        }
        return read == 0 ? Optional.empty() : Optional.of(new ImportChunk(transactions, errors, read, failed));
    }

    private List<RowError> read(CSVRecord record, List<ImportedTransaction> transactions) {
        if (record.size() != width) {
            return List.of(new RowError(rowNumber, "row", "wrong_number_of_columns"));
        }
        TransactionRow row = new TransactionRow(mapping, columns, record, rowNumber);
        row.read().ifPresent(transactions::add);
        return row.errors();
    }

    private Map<Column, Integer> columns(CSVRecord header) throws FileRefused {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        List<RowError> errors = new ArrayList<>();
        for (Column column : Column.values()) {
            String named = mapping.columns().get(column.field());
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                boolean fits = named == null
                        ? column.isHeadedBy(header.get(i))
                        : Column.normalised(named).equals(Column.normalised(header.get(i)));
                if (fits) {
                    places.add(i);
                }
            }
            if (places.size() > 1) {
                errors.add(new RowError(1, column.field(), "duplicate_column"));
            } else if (places.size() == 1) {
                found.put(column, places.get(0));
            } else if (named != null || !mayBeAbsent(column)) {
                errors.add(new RowError(1, column.field(), "missing_column"));
            }
        }
        if (!errors.isEmpty()) {
            throw new FileRefused("unusable_header", errors);
        }
        return found;
    }

    private boolean mayBeAbsent(Column column) {
        return switch (column) {
            case CHANNEL, REMARK, FROM_SCOPE, TO_SCOPE -> true;
            case CURRENCY -> mapping.currency() != null;
            case FROM_TYPE, TO_TYPE -> mapping.account() != null;
            case DATE, AMOUNT, FROM_ACCOUNT, TO_ACCOUNT -> false;
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
