package org.simpul.typology;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of a typology.
 *
 * @param versionId what a referral cites
 * @param status PUBLISHED for every reader but the owner
 * @param content with handling and the provenance of each red flag
 * @param publishedAt null for a draft
 * @param digest SHA-256 in hexadecimal of what is approved, content and audience; the decision names it. For the owner
 *     alone: whoever knows the content could try audiences against it
 * @param workings null for everybody but the owner
 */
@Schema(name = "Typology")
public record TypologyView(
        UUID id,
        UUID versionId,
        int number,
        TypologyStatus status,
        TypologyContent content,
        @Nullable Instant publishedAt,
        @Nullable String digest,
        @Nullable Workings workings,
        @JsonIgnore long revision) {

    /**
     * What only the owner knows of a version.
     *
     * @param author null when the hub brought it along
     * @param writtenBy who can't approve it
     * @param returnReason why the draft was given back the last time
     * @param audience null until it is handed over
     */
    @Schema(name = "TypologyWorkings")
    public record Workings(
            @Nullable UUID author,
            List<UUID> writtenBy,
            @Nullable UUID handedOverBy,
            @Nullable UUID approvedBy,
            @Nullable String returnReason,
            @Nullable Recipients audience) {}
}
