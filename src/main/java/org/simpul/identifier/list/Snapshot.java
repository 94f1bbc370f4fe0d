package org.simpul.identifier.list;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.simpul.identifier.list.FeedService.Portion;

/**
 * An edition as lines of JSON, portion by portion: never more than one is in memory, and no transaction outlives one. An
 * edition that is recalled meanwhile breaks the answer off.
 */
@ApplicationScoped
class Snapshot {
    private static final int PORTION = 5_000;
    private static final UUID LOWEST = new UUID(0, 0);

    private final FeedService feed;
    private final ObjectWriter json;

    Snapshot(FeedService feed, ObjectMapper json) {
        this.feed = feed;
        // one flush for each buffer, and not for each entry
        this.json = json.writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .withRootValueSeparator("");
    }

    StreamingOutput of(UUID listId, int number) {
        return body -> write(listId, number, body);
    }

    private void write(UUID listId, int number, OutputStream body) throws IOException {
        try (JsonGenerator lines = json.createGenerator(body)) {
            // what breaks off is not ended as if it were whole
            lines.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            Portion portion = feed.portion(listId, number, LOWEST, PORTION);
            while (portion.last() != null) {
                for (EntryView entry : portion.entries()) {
                    json.writeValue(lines, entry);
                    lines.writeRaw('\n');
                }
                portion = feed.portion(listId, number, portion.last(), PORTION);
            }
        }
    }
}
