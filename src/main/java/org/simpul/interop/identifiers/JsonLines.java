package org.simpul.interop.identifiers;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.tabular.BoundedText;

/** A file in JSON, an object in each line; empty lines are passed over. */
abstract class JsonLines extends EntryFile {
    private final InputStream file;
    private final ImportLimits limits;

    private @Nullable BoundedText text;
    private @Nullable BufferedReader lines;
    private long rowNumber;

    JsonLines(InputStream file, ImportLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    abstract Row row(String line) throws JsonProcessingException;

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
            return row(line);
        } catch (JsonProcessingException e) {
            return Row.refused(rowNumber, "row", "malformed_json");
        }
    }
}
