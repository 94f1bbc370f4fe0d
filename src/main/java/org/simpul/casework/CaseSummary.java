package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case as lists show it.
 *
 * @param restricted whether it is kept to its team, and to whom a grant opens it
 * @param reopeningProposed whether a second person is to decide on a reopening
 * @param revision what its entity tag is made of
 */
@Schema(name = "CaseSummary")
public record CaseSummary(
        UUID id,
        String reference,
        String title,
        Instant openedAt,
        CaseStatus status,
        boolean restricted,
        boolean reopeningProposed,
        long revision) {

    static CaseSummary from(CaseFile file) {
        return new CaseSummary(
                file.id,
                file.reference,
                file.title,
                file.openedAt,
                file.status,
                file.restricted,
                file.reopeningProposedBy != null,
                file.revision);
    }
}
