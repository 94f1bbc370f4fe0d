package org.simpul.delivery;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** When what somebody signed in with ends, and with it what is still open for them. */
public final class TokenEnd {
    private TokenEnd() {}

    /** @return the past for an identity without a token: nothing stays open for it */
    public static Instant of(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.EPOCH;
    }
}
