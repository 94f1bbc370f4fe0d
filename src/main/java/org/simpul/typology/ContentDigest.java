package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.shared.ContentDigests;

/** SHA-256 over the canonical JSON (RFC 8785) of what an approver decides on: one version's content and its audience. */
@ApplicationScoped
class ContentDigest {
    private final ContentDigests digests;

    ContentDigest(ContentDigests digests) {
        this.digests = digests;
    }

    private record Approved(
            UUID versionId,
            TypologyContent content,
            List<String> communities,
            List<UUID> participants,
            List<UUID> groups) {}

    /** @return lower-case hexadecimal */
    String of(TypologyVersion version, TypologyContent content) {
        return digests.of(new Approved(
                version.id,
                content,
                List.of(version.audienceCommunities),
                List.of(version.audienceParticipants),
                List.of(version.audienceGroups)));
    }
}
