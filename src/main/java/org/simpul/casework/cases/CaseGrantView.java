package org.simpul.casework.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.ProtectedPeople;

/**
 * A grant of a restricted case.
 *
 * @param login of the supervisor who is let in
 * @param grantedBy login
 * @param endsAt when it ends, or ended
 * @param endedBy login of who ended it before its time
 */
@Schema(name = "CaseGrant")
record CaseGrantView(
        UUID id,
        @Nullable String login,
        String reason,
        @Nullable String grantedBy,
        Instant grantedAt,
        Instant endsAt,
        @Nullable String endedBy) {

    static CaseGrantView from(CaseGrant grant, Map<UUID, String> logins, ProtectedPeople people) {
        return new CaseGrantView(
                grant.id,
                logins.get(grant.personId),
                Objects.requireNonNull(people.mask(grant.reason)),
                logins.get(grant.grantedBy),
                grant.grantedAt,
                grant.endsAt,
                grant.endedBy == null ? null : logins.get(grant.endedBy));
    }
}
