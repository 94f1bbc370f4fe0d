package org.simpul.participant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.shared.ContentDigests;

/** A change's content as JSON, and the digest of what is approved. */
@ApplicationScoped
class ChangeContent {
    private final ObjectMapper json;
    private final ContentDigests digests;

    ChangeContent(ObjectMapper json, ContentDigests digests) {
        this.json = json;
        this.digests = digests;
    }

    private record Approved(UUID participantId, ChangeKind change, Institution institution) {}

    void write(ParticipantChange change, Institution institution) {
        change.rewrite(text(institution), digests.of(new Approved(change.participantId, change.change, institution)));
    }

    Institution read(ParticipantChange change) {
        try {
            return json.readerFor(Institution.class).readValue(change.content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change that the hub wrote is not readable", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an institution is always JSON", e);
        }
    }
}
