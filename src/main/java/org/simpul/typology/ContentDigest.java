package org.simpul.typology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;

/** SHA-256 over the canonical JSON (RFC 8785) of what an approver decides on: one version's content and its audience. */
@ApplicationScoped
class ContentDigest {
    private final ObjectMapper json;

    ContentDigest(ObjectMapper json) {
        this.json = json;
    }

    private record Approved(
            UUID versionId,
            TypologyContent content,
            List<String> communities,
            List<UUID> participants,
            List<UUID> groups) {}

    /** @return lower-case hexadecimal */
    String of(TypologyVersion version, TypologyContent content) {
        Approved approved = new Approved(
                version.id,
                content,
                List.of(version.audienceCommunities),
                List.of(version.audienceParticipants),
                List.of(version.audienceGroups));
        try {
            byte[] canonical = new JsonCanonicalizer(json.writeValueAsString(approved)).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a typology is always JSON", e);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
