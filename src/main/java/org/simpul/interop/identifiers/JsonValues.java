package org.simpul.interop.identifiers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import org.simpul.identifier.IdentifierInput;
import org.simpul.identifier.list.EntryInput;
import org.simpul.identifier.list.ImportDefaults;
import org.simpul.interop.reading.ImportLimits;

/** Identifiers as the API takes them. */
final class JsonValues extends JsonLines {
    private final ImportDefaults defaults;
    private final ObjectMapper json;

    JsonValues(InputStream file, ImportDefaults defaults, ImportLimits limits, ObjectMapper json) {
        super(file, limits);
        this.defaults = defaults;
        this.json = json;
    }

    @Override
    Row row(String line) throws JsonProcessingException {
        IdentifierInput input = json.readValue(line, IdentifierInput.class);
        return input == null || input.value() == null
                ? Row.refused(rowNumber(), "value", "required")
                : Row.of(rowNumber(), defaults.complete(new EntryInput(input, null, null, null, null, null, null)));
    }
}
