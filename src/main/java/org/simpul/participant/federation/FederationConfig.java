package org.simpul.participant.federation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How the hub reaches institutions' identity providers. */
@ConfigMapping(prefix = "simpul.federation")
public interface FederationConfig {

    /**
     * Hosts that may be reached although they have a private address, and without TLS: for a demonstration, or a
     * provider inside the hub's own network. Nobody else's metadata may lead there.
     */
    Optional<Set<String>> trustedHosts();

    /** For each step of a look at a provider: to connect, and to get a piece of the answer; twice for the whole of it. */
    @WithDefault("PT5S")
    Duration patience();

    /** Bytes; a discovery document has some 5 kB, a federation's metadata of one provider up to 100 kB. */
    @WithDefault("1048576")
    int largestMetadata();

    default boolean trusts(String host) {
        return trustedHosts().map(hosts -> hosts.contains(host)).orElse(false);
    }
}
