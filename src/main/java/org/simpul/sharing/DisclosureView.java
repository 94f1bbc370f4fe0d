package org.simpul.sharing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.WorkingGroupDirectory.Group;

/**
 * A row of the ledger as the giver or a recipient sees it; a recipient never learns who else received it.
 *
 * @param caveats for the giver; null for a recipient, and for a dissemination: they are read with what was disclosed, under a
 *     purpose, and masked where that is
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

    static DisclosureView from(Disclosure row, Map<UUID, Member> members, Map<UUID, Group> groups, String me) {
        return new DisclosureView(
                row.id,
                row.objectKind,
                row.objectId,
                members.get(row.fromParticipant).name(),
                me.isEmpty() ? to(row, members, groups) : me,
                row.purpose.name(),
                row.legalBasis,
                new Handling(Tlp.of(row.tlp), Pap.of(row.pap)),
                me.isEmpty() && row.objectKind != ObjectKind.DISSEMINATION_VERSION ? row.caveats : null,
                row.disclosedAt,
                row.expiresAt,
                row.recalledAt);
    }

    /** As its giver sees it: a group by its name, while it is the giver's own. */
    private static String to(Disclosure row, Map<UUID, Member> members, Map<UUID, Group> groups) {
        if (row.toParticipant != null) {
            return members.get(row.toParticipant).name();
        }
        if (row.toCommunity != null) {
            return row.toCommunity.name();
        }
        if (row.toGroup != null && groups.containsKey(row.toGroup)) {
            return groups.get(row.toGroup).name();
        }
        return row.toGroup != null ? "GROUP" : "NAMED_PERSON";
    }
}
