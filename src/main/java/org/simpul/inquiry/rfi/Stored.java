package org.simpul.inquiry.rfi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Rows that are kept as JSON, in the form in which they go out. */
@ApplicationScoped
class Stored {
    private final ObjectMapper json;

    Stored(ObjectMapper json) {
        this.json = json;
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record is always JSON", e);
        }
    }

    <T> T read(String text, Class<T> type) {
        try {
            return json.readerFor(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the hub wrote is not readable", e);
        }
    }
}
