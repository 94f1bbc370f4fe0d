package org.simpul.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * Who asks now. Made anew for each request from the token and the database, or for one act of a system actor.
 *
 * @param personId our id of the person or of the machine client; null for a system actor
 * @param human false for a machine client and for a system actor
 * @param name login of the person, or the name of the system actor
 * @param participantId the institution it acts for
 * @param roles only those that count under the participant's kind
 * @param purpose header {@code Purpose}; null when none was given
 * @param caseReference header {@code Case-Reference}; null when none was given
 * @param assurance level of authentication ({@code acr}): 1 through the institution, 2 with a one-time code just now
 * @param client OAuth client that the token was issued to
 */
public record Caller(
        @Nullable UUID personId,
        boolean human,
        String name,
        UUID participantId,
        String participantAlias,
        ParticipantKind kind,
        Set<Role> roles,
        @Nullable Purpose purpose,
        @Nullable String caseReference,
        int assurance,
        String client) {

    /** A job of the hub that acts for a participant, e.g. the FIU's clerk that opens an intake. */
    public static Caller system(String name, UUID participantId, String alias, ParticipantKind kind) {
        return new Caller(null, false, name, participantId, alias, kind, Set.of(), null, null, 0, "system");
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions(kind).contains(permission));
    }

    /**
     * Whether what is restricted within its institution is open to it as well: a compliance officer, whose desk answers
     * for all referrals, and a job of the hub, which acts under no person.
     */
    public boolean passesTeams() {
        return personId == null || may(Permission.REFERRAL_SUBMIT);
    }

    /** Whether a second factor was given just now; a machine has none. */
    public boolean hasSecondFactor() {
        return assurance >= 2;
    }

    /**
     * @return the person
     * @throws Problem FORBIDDEN when a system actor tries what only a person may do
     */
    public UUID person() {
        if (personId == null) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return personId;
    }

    public Caller with(@Nullable Purpose purpose, @Nullable String caseReference) {
        return new Caller(
                personId,
                human,
                name,
                participantId,
                participantAlias,
                kind,
                roles,
                purpose,
                caseReference,
                assurance,
                client);
    }
}
