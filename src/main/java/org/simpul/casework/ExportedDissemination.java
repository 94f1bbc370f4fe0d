package org.simpul.casework;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dissemination as it is taken out of the hub.
 *
 * @param from name of the FIU
 * @param exportedFor who took it out; stands on each page of the document
 */
@Schema(name = "ExportedDissemination")
public record ExportedDissemination(
        String from, Instant disseminatedAt, Instant exportedAt, Reader exportedFor, DisseminationContent content) {

    /**
     * The reader of the copy.
     *
     * @param institution by name
     * @param person by login
     */
    @Schema(name = "ExportReader")
    public record Reader(String institution, String person) {}
}
