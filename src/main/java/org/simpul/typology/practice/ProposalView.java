package org.simpul.typology.practice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.typology.Bilingual;
import org.simpul.typology.Category;

/**
 * A proposed red flag, for the proposing institution and the FIU.
 *
 * @param institution name of the proposing institution; who in it proposed is told to nobody
 * @param reason why it was declined
 * @param redFlagCode under which it entered the draft
 */
@Schema(name = "RedFlagProposal")
public record ProposalView(
        UUID id,
        UUID typologyId,
        String institution,
        ProposalStatus status,
        Bilingual text,
        Category category,
        String observation,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String redFlagCode) {

    static ProposalView from(Proposal proposal, @Nullable Decision decision, String institution) {
        return new ProposalView(
                proposal.id,
                proposal.typologyId,
                institution,
                decision == null ? ProposalStatus.PROPOSED : decision.status,
                new Bilingual(proposal.textId, proposal.textEn),
                proposal.category,
                proposal.observation,
                proposal.proposedAt,
                decision == null ? null : decision.decidedAt,
                decision == null ? null : decision.reason,
                decision == null ? null : decision.redFlagCode);
    }
}
