package org.simpul.participant.federation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak shall know of an institution.
 *
 * @param alias of its organization and of its identity provider
 * @param roles that its people may hold
 * @param provider with its metadata; null for an applicant that is not tried
 */
public record Membership(
        String alias,
        String name,
        Standing standing,
        Set<String> roles,
        @Nullable IdentityProvider provider,
        List<Machine> machines) {

    /**
     * Whether its people and machines may sign in; an applicant's people try it, and get nothing. Who has left is taken
     * out of Keycloak but for its name.
     */
    public enum Standing {
        OPEN,
        TRIED,
        CLOSED,
        GONE
    }

    /**
     * A machine client.
     *
     * @param keys its public keys, a JSON Web Key Set
     */
    public record Machine(String clientId, String name, List<String> roles, String keys, boolean revoked) {}

    boolean isOpen() {
        return standing == Standing.OPEN || standing == Standing.TRIED;
    }
}
