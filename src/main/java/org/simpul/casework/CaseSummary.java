package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case as lists show it. */
@Schema(name = "CaseSummary")
public record CaseSummary(UUID id, String reference, String title, Instant openedAt, long revision) {

    static CaseSummary from(CaseFile file) {
        return new CaseSummary(file.id, file.reference, file.title, file.openedAt, file.revision);
    }
}
