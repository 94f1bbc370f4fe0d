package org.simpul.interop.identifiers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import org.simpul.identifier.list.EntryInput;
import org.simpul.identifier.list.ImportDefaults;
import org.simpul.interop.reading.ImportLimits;

/** Entries as the API takes them. */
final class JsonEntries extends JsonLines {
    private final ImportDefaults defaults;
    private final ObjectMapper json;

    JsonEntries(InputStream file, ImportDefaults defaults, ImportLimits limits, ObjectMapper json) {
        super(file, limits);
        this.defaults = defaults;
        this.json = json;
    }

    @Override
    Row row(String line) throws JsonProcessingException {
        EntryInput input = json.readValue(line, EntryInput.class);
        return input == null || input.identifier() == null || input.identifier().value() == null
                ? Row.refused(rowNumber(), "identifier.value", "required")
                : Row.of(rowNumber(), defaults.complete(input));
    }
}
