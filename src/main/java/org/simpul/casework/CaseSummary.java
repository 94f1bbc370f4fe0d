package org.simpul.casework;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.referral.ProtectedPeople;

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

    static CaseSummary from(CaseFile file, ProtectedPeople people) {
        return new CaseSummary(
                file.id,
                file.reference,
                Objects.requireNonNull(people.mask(file.title)),
                file.openedAt,
                file.status,
                file.restricted,
                file.reopeningProposedBy != null,
                file.revision);
    }
}
