package org.simpul.sharing.consent;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.sharing.consent.ConsentStatus.DENIED;
import static org.simpul.sharing.consent.ConsentStatus.EXPIRED;
import static org.simpul.sharing.consent.ConsentStatus.GRANTED;
import static org.simpul.sharing.consent.ConsentStatus.REQUESTED;
import static org.simpul.sharing.consent.ConsentStatus.REVOKED;

/** The one table of how a consent moves. */
enum ConsentStep implements Transition<ConsentStatus> {
    REQUEST(
            Set.of(),
            REQUESTED,
            Permission.CONSENT_REQUEST,
            "a dissemination that one's institution received",
            ConsentAct.CONSENT_REQUESTED),
    GRANT(
            Set.of(REQUESTED),
            GRANTED,
            Permission.CONSENT_DECIDE,
            "of the originator; of no more than was asked for",
            ConsentAct.CONSENT_GRANTED),
    DENY(
            Set.of(REQUESTED),
            DENIED,
            Permission.CONSENT_DECIDE,
            "of the originator; a reason",
            ConsentAct.CONSENT_DENIED),
    REVOKE(
            Set.of(GRANTED),
            REVOKED,
            Permission.CONSENT_DECIDE,
            "of the originator; a reason; recalls what hangs on it",
            ConsentAct.CONSENT_REVOKED),
    EXPIRE(
            Set.of(REQUESTED, GRANTED),
            EXPIRED,
            null,
            "its end has passed when it is asked for; nobody has to look",
            ConsentAct.CONSENT_READ);

    private final TransitionEdge<ConsentStatus> edge;

    ConsentStep(
            Set<ConsentStatus> from, ConsentStatus to, @Nullable Permission permission, String guard, ConsentAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<ConsentStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == EXPIRE ? Optional.empty() : Optional.of("notification");
    }
}
