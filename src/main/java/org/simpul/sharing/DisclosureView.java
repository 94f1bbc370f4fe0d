package org.simpul.sharing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;

/**
 * A row of the ledger as the giver or a recipient sees it; a recipient never learns who else received it.
 *
 * @param caveats for the giver; a recipient reads them with what was disclosed, under a purpose, and finds null here
 */
@Schema(name = "Disclosure")
public record DisclosureView(
        UUID id,
        ObjectKind objectKind,
        UUID objectId,
        String from,
        String to,
        String purpose,
        String legalBasis,
        Handling handling,
        @Nullable String caveats,
        Instant disclosedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant recalledAt) {

    static DisclosureView from(Disclosure row, Map<UUID, Member> members, String me) {
        String to = row.toParticipant != null
                ? members.get(row.toParticipant).name()
                : row.toCommunity != null ? row.toCommunity.name() : row.toPerson != null ? "NAMED_PERSON" : "GROUP";
        return new DisclosureView(
                row.id,
                row.objectKind,
                row.objectId,
                members.get(row.fromParticipant).name(),
                me.isEmpty() ? to : me,
                row.purpose.name(),
                row.legalBasis,
                new Handling(Tlp.of(row.tlp), Pap.of(row.pap)),
                me.isEmpty() ? row.caveats : null,
                row.disclosedAt,
                row.expiresAt,
                row.recalledAt);
    }
}
