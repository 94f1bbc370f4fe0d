package org.simpul.interop.identifiers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;
import org.simpul.identifier.list.EntryInput;
import org.simpul.identifier.list.ImportDefaults;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.tabular.BoundedText;

/** A file in JSON, in each line what the API takes; empty lines are passed over. */
final class JsonLines extends EntryFile {
    private final InputStream file;
    private final ImportLimits limits;
    private final Reading reading;

    private @Nullable BoundedText text;
    private @Nullable BufferedReader lines;
    private long rowNumber;

    private JsonLines(InputStream file, ImportLimits limits, Reading reading) {
        this.file = file;
        this.limits = limits;
        this.reading = reading;
    }

    private interface Reading {
        Row row(long number, String line) throws JsonProcessingException;
    }

    static JsonLines of(InputStream file, ImportDefaults defaults, ImportLimits limits, ObjectMapper json) {
        return new JsonLines(file, limits, (number, line) -> {
            EntryInput input = json.readValue(line, EntryInput.class);
            return input == null
                            || input.identifier() == null
                            || input.identifier().value() == null
                    ? Row.refused(number, "identifier.value", "required")
                    : Row.of(number, defaults.complete(input));
        });
    }

    /** Of which nothing but the identifier is told. */
    static JsonLines ofValues(InputStream file, ImportDefaults defaults, ImportLimits limits, ObjectMapper json) {
        return new JsonLines(file, limits, (number, line) -> {
            IdentifierInput input = json.readValue(line, IdentifierInput.class);
            return input == null || input.value() == null
                    ? Row.refused(number, "value", "required")
                    : Row.of(number, defaults.complete(new EntryInput(input, null, null, null, null, null, null)));
        });
    }

    @Override
    long rowNumber() {
        return rowNumber;
    }

    @Override
    @Nullable
    Row read() throws IOException {
        if (lines == null) {
            text = BoundedText.of(file, limits);
            lines = new BufferedReader(text);
        }
        String line;
        do {
            rowNumber++;
            text.nextRow();
            line = lines.readLine();
        } while (line != null && line.isBlank());
        if (line == null) {
            return null;
        }
        try {
            return reading.row(rowNumber, line);
        } catch (JsonProcessingException e) {
            return Row.refused(rowNumber, "row", "malformed_json");
        }
    }
}
