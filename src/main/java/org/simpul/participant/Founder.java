package org.simpul.participant;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.participant.federation.IdentityProvider;

/**
 * An institution that is a member of a new hub from its first day.
 *
 * @param sector e.g. {@code bank}; null where there is none
 * @param jurisdiction ISO 3166-1 alpha-2
 * @param identityProvider how its people sign in; in Keycloak it has the institution's alias
 * @param roles that its people may hold
 */
public record Founder(
        String alias,
        String name,
        ParticipantKind kind,
        @Nullable String sector,
        String jurisdiction,
        IdentityProvider identityProvider,
        Set<Role> roles) {}
