package org.simpul.participant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;

/**
 * An institution as those who admit see it.
 *
 * @param provisioned whether Keycloak is like this record; of an applicant: whether its sign-in can be tried
 * @param testSignInAt when somebody last tried the applicant's sign-in; null for not since the last check
 * @param testRoles the hub's roles that came with it
 */
@Schema(name = "Participant")
record ParticipantView(
        UUID id,
        String alias,
        String name,
        ParticipantKind kind,
        @Nullable String sector,
        String jurisdiction,
        ParticipantStatus status,
        @Nullable Agreement agreement,
        List<String> roles,
        boolean provisioned,
        @Nullable Instant testSignInAt,
        List<String> testRoles,
        Instant createdAt) {

    static ParticipantView from(Participant member) {
        return new ParticipantView(
                member.id,
                member.alias,
                member.name,
                member.kind,
                member.sector,
                member.jurisdiction,
                member.status,
                member.agreementReference == null
                        ? null
                        : new Agreement(member.agreementReference, member.agreementDate),
                List.of(member.allowedRoles),
                member.isProvisioned(),
                member.testSignInAt,
                member.testRoles == null ? List.of() : List.of(member.testRoles),
                member.createdAt);
    }
}
