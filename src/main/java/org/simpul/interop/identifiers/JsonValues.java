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

/** Identifiers in JSON, one in each line, as the API takes them; empty lines are passed over. */
final class JsonValues extends EntryFile {
    private final InputStream file;
    private final ImportDefaults defaults;
    private final ImportLimits limits;
    private final ObjectMapper json;

    private @Nullable BoundedText text;
    private @Nullable BufferedReader lines;
    private long rowNumber;

    JsonValues(InputStream file, ImportDefaults defaults, ImportLimits limits, ObjectMapper json) {
        this.file = file;
        this.defaults = defaults;
        this.limits = limits;
        this.json = json;
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
        return line == null ? null : row(line);
    }

    private Row row(String line) {
        try {
            IdentifierInput input = json.readValue(line, IdentifierInput.class);
            return input == null || input.value() == null
                    ? Row.refused(rowNumber, "value", "required")
                    : Row.of(rowNumber, defaults.complete(new EntryInput(input, null, null, null, null, null, null)));
        } catch (JsonProcessingException e) {
            return Row.refused(rowNumber, "row", "malformed_json");
        }
    }
}
