package org.simpul.participant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the hub asks of a sign-in. */
@ConfigMapping(prefix = "simpul.sign-in")
interface SignInConfig {

    /**
     * How long after its one-time code a person counts as having given a second factor. No shorter than Keycloak's own
     * {@code loa-max-age} (300 s) and a token's life (300 s) together, or people are sent round in circles.
     */
    @WithDefault("PT10M")
    Duration secondFactorLasts();
}
