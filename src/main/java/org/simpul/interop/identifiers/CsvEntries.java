package org.simpul.interop.identifiers;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;
import org.simpul.identifier.IdentifierType;
import org.simpul.identifier.list.EntryInput;
import org.simpul.identifier.list.ImportDefaults;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.tabular.BoundedText;
import org.simpul.shared.Problem.Violation;
import org.simpul.sharing.Grading;
import org.simpul.sharing.InformationGrade;
import org.simpul.sharing.SourceGrade;

/** A table of identifiers (RFC 4180, UTF-8), whose first row names its columns; only {@code value} must be among them. */
final class CsvEntries extends EntryFile {
    /** The columns that are known, in whatever order they come. */
    private enum Column {
        TYPE,
        SCOPE,
        VALUE,
        CONFIDENCE,
        SOURCE_GRADE,
        INFORMATION_GRADE,
        VALID_FROM,
        VALID_UNTIL,
        DECAY,
        TYPOLOGY_CODE
    }

    private final InputStream file;
    private final ImportDefaults defaults;
    private final ImportLimits limits;
    private final Set<Column> known;
    private final String unusable;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

    private @Nullable BoundedText text;
    private @Nullable Iterator<CSVRecord> records;
    private int width;
    private long rowNumber;

    private CsvEntries(
            InputStream file, ImportDefaults defaults, ImportLimits limits, Set<Column> known, String unusable) {
        this.file = file;
        this.defaults = defaults;
        this.limits = limits;
        this.known = known;
        this.unusable = unusable;
    }

    static CsvEntries of(InputStream file, ImportDefaults defaults, ImportLimits limits) {
        return new CsvEntries(file, defaults, limits, EnumSet.allOf(Column.class), "unusable_header");
    }

    /** Of which nothing but the identifier is told. */
    static CsvEntries ofValues(InputStream file, ImportDefaults defaults, ImportLimits limits) {
        return new CsvEntries(
                file,
                defaults,
                limits,
                EnumSet.of(Column.TYPE, Column.SCOPE, Column.VALUE),
                "unusable_header_of_values");
    }

    @Override
    long rowNumber() {
        return rowNumber;
    }

    @Override
    @Nullable
    Row read() throws IOException, FileRefused {
        if (records == null) {
            open();
        }
        CSVRecord record = nextRecord();
        if (record == null) {
            return null;
        }
        return record.size() == width ? row(record) : Row.refused(rowNumber, "row", "wrong_number_of_columns");
    }

    private void open() throws IOException, FileRefused {
        text = BoundedText.of(file, limits);
        records = CSVParser.builder()
                .setReader(text)
                .setFormat(CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())
                .get()
                .iterator();
        CSVRecord header = nextRecord();
        if (header == null) {
            throw new FileRefused("empty_file");
        }
        width = header.size();
        for (int i = 0; i < width; i++) {
            String name = header.get(i).strip().toUpperCase(Locale.ROOT).replace(' ', '_');
            Column column = value(name, Column::valueOf);
            if (column == null || !known.contains(column) || columns.put(column, i) != null) {
                throw new FileRefused(unusable);
            }
        }
        if (!columns.containsKey(Column.VALUE)) {
            throw new FileRefused(unusable);
        }
    }

    private @Nullable CSVRecord nextRecord() {
        rowNumber++;
        text.nextRow();
        return records.hasNext() ? records.next() : null;
    }

    private Row row(CSVRecord record) {
        List<Violation> violations = new ArrayList<>();
        Reading reading = new Reading(record, violations);
        SourceGrade source = reading.of(Column.SOURCE_GRADE, CsvEntries::sourceGrade);
        InformationGrade information = reading.of(Column.INFORMATION_GRADE, InformationGrade::valueOf);
        if ((source == null) != (information == null) && violations.isEmpty()) {
            violations.add(new Violation(source == null ? "source_grade" : "information_grade", "required"));
        }
        EntryInput input = new EntryInput(
                new IdentifierInput(
                        reading.of(Column.TYPE, type -> IdentifierType.valueOf(type.toUpperCase(Locale.ROOT))),
                        reading.text(Column.SCOPE),
                        record.get(columns.get(Column.VALUE))),
                reading.of(Column.CONFIDENCE, Integer::valueOf),
                source == null || information == null ? null : new Grading(source, information),
                reading.of(Column.VALID_FROM, CsvEntries::instant),
                reading.of(Column.VALID_UNTIL, CsvEntries::instant),
                reading.text(Column.DECAY),
                reading.text(Column.TYPOLOGY_CODE));
        return violations.isEmpty()
                ? Row.of(rowNumber, defaults.complete(input))
                : new Row(rowNumber, null, violations);
    }

    /** The cells of one row; an empty cell tells nothing. */
    private final class Reading {
        private final CSVRecord record;
        private final List<Violation> violations;

        Reading(CSVRecord record, List<Violation> violations) {
            this.record = record;
            this.violations = violations;
        }

        @Nullable
        String text(Column column) {
            Integer place = columns.get(column);
            String cell = place == null ? "" : record.get(place).strip();
            return cell.isEmpty() ? null : cell;
        }

        <T> @Nullable T of(Column column, Function<String, T> parse) {
            String cell = text(column);
            T read = cell == null ? null : value(cell, parse);
            if (cell != null && read == null) {
                violations.add(new Violation(column.name().toLowerCase(Locale.ROOT), "unknown_value"));
            }
            return read;
        }
    }

    private static <T> @Nullable T value(String cell, Function<String, T> parse) {
        try {
            return parse.apply(cell);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /** 1 to 3, as the field writes it, or by name. */
    private static SourceGrade sourceGrade(String cell) {
        return cell.matches("[1-3]")
                ? SourceGrade.values()[Integer.parseInt(cell) - 1]
                : SourceGrade.valueOf(cell.toUpperCase(Locale.ROOT));
    }

    /** A day, from its beginning in UTC, or an instant. */
    private static Instant instant(String cell) {
        return cell.length() == 10
                ? LocalDate.parse(cell).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(cell);
    }
}
