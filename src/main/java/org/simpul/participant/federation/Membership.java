package org.simpul.participant.federation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak shall know of an institution.
 *
 * @param alias of its organization and of its identity provider
 * @param roles that its people may hold
 * @param provider null for an applicant that has not been checked
 */
public record Membership(
        String alias,
        String name,
        Standing standing,
        Set<String> roles,
        @Nullable IdentityProvider provider,
        List<Machine> machines) {

    /** Whether its people and machines may sign in; who has left is taken out of Keycloak but for its name. */
    public enum Standing {
        OPEN,
        CLOSED,
        GONE
    }

    /**
     * A machine client.
     *
     * @param keys its public keys, a JSON Web Key Set
     */
    public record Machine(String clientId, String name, List<String> roles, String keys, boolean revoked) {}
}
