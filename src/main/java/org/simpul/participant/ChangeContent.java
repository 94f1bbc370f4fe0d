package org.simpul.participant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;

/** A change's content as JSON, and its digest: SHA-256 over the canonical JSON (RFC 8785) of what is approved. */
@ApplicationScoped
class ChangeContent {
    private final ObjectMapper json;

    ChangeContent(ObjectMapper json) {
        this.json = json;
    }

    private record Approved(UUID participantId, ChangeKind change, Institution institution) {}

    void write(ParticipantChange change, Institution institution) {
        change.rewrite(text(institution), digest(new Approved(change.participantId, change.change, institution)));
    }

    Institution read(ParticipantChange change) {
        try {
            return json.readerFor(Institution.class).readValue(change.content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change that the hub wrote is not readable", e);
        }
    }

    private String digest(Approved approved) {
        try {
            byte[] canonical = new JsonCanonicalizer(text(approved)).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
