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
 * @param status for every reader but the owner PUBLISHED, SUPERSEDED once they may see a newer one, or RETIRED
 * @param content with handling and the provenance of each red flag
 * @param publishedAt null for a draft
 * @param digest SHA-256 in hexadecimal of what is approved, content and audience; the decision names it. For the owner
 *     alone: whoever knows the content could try audiences against it
 * @param checked how far the sources of the red flags were checked
 * @param workings null for everybody but the owner
 * @param retirement why it is no longer used; its owner reads one that is proposed as well
 */
@Schema(name = "Typology")
public record TypologyView(
        UUID id,
        UUID versionId,
        int number,
        TypologyStatus status,
        TypologyContent content,
        Checked checked,
        @Nullable Instant publishedAt,
        @Nullable String digest,
        @Nullable Workings workings,
        @Nullable RetirementView retirement,
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
